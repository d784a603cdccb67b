import type { GrievanceEvent, MeetingEvent, OrganisationYearEvent, TargetEvent } from '#domain';
import type { Sentences } from './sentence';
import { FLAGS, MEETINGS_OF_KIND } from '#vocabulary';

/** Subjects of votes and titles of resolutions are free text that may name people: they are left out. */
export const ofMeetings: Sentences<MeetingEvent> = {
  MeetingScheduled: ({ meeting, organisation, kind, startsAt }) => ({
    vi: `${organisation} định ngày ${MEETINGS_OF_KIND[kind].vi} ${meeting} vào ${startsAt}.`,
    en: `${organisation} scheduled the ${MEETINGS_OF_KIND[kind].en} ${meeting} for ${startsAt}.`,
  }),
  DocumentsPosted: ({ meeting, organisation, postedAt }) => ({
    vi: `${organisation} gửi tài liệu của kỳ sinh hoạt ${meeting} lúc ${postedAt}.`,
    en: `${organisation} posted the documents of the meeting ${meeting} at ${postedAt}.`,
  }),
  PreparatoryMeetingHeld: ({ meeting, organisation }) => ({
    vi: `Chi ủy ${organisation} họp chuẩn bị kỳ sinh hoạt ${meeting}.`,
    en: `The committee of ${organisation} met to prepare the meeting ${meeting}.`,
  }),
  MeetingHeld: ({ meeting, organisation, kind, attendance: { present, expected } }) => ({
    vi: `${organisation} tổ chức ${MEETINGS_OF_KIND[kind].vi} ${meeting}, có mặt ${present}/${expected} đảng viên.`,
    en: `${organisation} held the ${MEETINGS_OF_KIND[kind].en} ${meeting} with ${present} of ${expected} members present.`,
  }),
  VoteTaken: ({ meeting, organisation, votesFor, votesAgainst, abstentions }) => ({
    vi: `${organisation} biểu quyết tại kỳ sinh hoạt ${meeting}: ${votesFor} tán thành, ${votesAgainst} không tán thành, ${abstentions} không có ý kiến.`,
    en: `${organisation} voted at the meeting ${meeting}: ${votesFor} for, ${votesAgainst} against, ${abstentions} abstentions.`,
  }),
  ResolutionAdopted: ({ meeting, organisation, resolution }) => ({
    vi: `${organisation} ban hành nghị quyết ${resolution} tại kỳ sinh hoạt ${meeting}.`,
    en: `${organisation} adopted the resolution ${resolution} at the meeting ${meeting}.`,
  }),
  MinutesAdopted: ({ meeting, organisation }) => ({
    vi: `${organisation} thông qua biên bản kỳ sinh hoạt ${meeting}.`,
    en: `${organisation} adopted the minutes of the meeting ${meeting}.`,
  }),
  MeetingScoreProposed: ({ meeting, organisation }) => ({
    vi: `${organisation} tự chấm điểm kỳ sinh hoạt ${meeting}.`,
    en: `${organisation} proposed its own score for the meeting ${meeting}.`,
  }),
  MeetingScoreVoted: ({ meeting, organisation, votesFor, votesTotal }) => {
    const isCounted = votesFor !== undefined && votesTotal !== undefined;
    return {
      vi: `${organisation} biểu quyết điểm tự chấm kỳ sinh hoạt ${meeting}${isCounted ? ` với ${votesFor}/${votesTotal} phiếu` : ''}.`,
      en: `${organisation} voted on its score for the meeting ${meeting}${isCounted ? `, ${votesFor} of ${votesTotal} for it` : ''}.`,
    };
  },
  MeetingScoreConfirmed: ({ meeting, organisation, confirmedBy }) => ({
    vi: `${confirmedBy} xác nhận điểm kỳ sinh hoạt ${meeting} của ${organisation}.`,
    en: `${confirmedBy} confirmed the score of the meeting ${meeting} of ${organisation}.`,
  }),
  MeetingCancelled: ({ meeting, organisation }) => ({
    vi: `${organisation} hủy kỳ sinh hoạt ${meeting}.`,
    en: `${organisation} cancelled the meeting ${meeting}.`,
  }),
};

export const ofTargets: Sentences<TargetEvent> = {
  TargetAssigned: ({ organisation, year, code, title, unit, assigned, direction }) => ({
    vi: `Giao ${organisation} chỉ tiêu ${code} “${title}” năm ${year}: ${direction === 'AT_MOST' ? 'không quá' : 'ít nhất'} ${assigned} ${unit}.`,
    en: `${organisation} was assigned the target ${code} “${title}” for ${year}: at ${direction === 'AT_MOST' ? 'most' : 'least'} ${assigned} ${unit}.`,
  }),
  TargetProgressReported: ({ organisation, year, code, achieved }) => ({
    vi: `${organisation} báo cáo tiến độ chỉ tiêu ${code} năm ${year}: đạt ${achieved}.`,
    en: `${organisation} reported progress on the target ${code} of ${year}: ${achieved}.`,
  }),
  TargetResultConfirmed: ({ organisation, year, code, achieved }) => ({
    vi: `Xác nhận kết quả chỉ tiêu ${code} năm ${year} của ${organisation}: đạt ${achieved}.`,
    en: `The result of the target ${code} of ${organisation} for ${year} was confirmed: ${achieved}.`,
  }),
  InspectionPlanAdopted: ({ organisation, year, items }) => ({
    vi: `${organisation} ban hành kế hoạch kiểm tra, giám sát năm ${year} gồm ${items.length} nội dung.`,
    en: `${organisation} adopted an inspection and supervision plan of ${items.length} items for ${year}.`,
  }),
  InspectionPlanItemDone: ({ organisation, year, item }) => ({
    vi: `${organisation} hoàn thành nội dung ${item} của kế hoạch kiểm tra, giám sát năm ${year}.`,
    en: `${organisation} carried out item ${item} of its inspection and supervision plan for ${year}.`,
  }),
};

export const ofGrievances: Sentences<GrievanceEvent> = {
  GrievanceOpened: ({ grievance, organisation }) => ({
    vi: `Tiếp nhận đơn thư ${grievance} liên quan đến ${organisation}.`,
    en: `The grievance ${grievance} was opened with ${organisation}.`,
  }),
  GrievanceFlagged: ({ grievance, organisation, flag }) => ({
    vi: `Đơn thư ${grievance} tại ${organisation} được xác định là ${FLAGS[flag].vi}.`,
    en: `The grievance ${grievance} with ${organisation} was flagged as ${FLAGS[flag].en}.`,
  }),
  GrievanceResolved: ({ grievance, organisation }) => ({
    vi: `Giải quyết xong đơn thư ${grievance} tại ${organisation}.`,
    en: `The grievance ${grievance} with ${organisation} was resolved.`,
  }),
};

export const ofOrganisationYears: Sentences<OrganisationYearEvent> = {
  MeetingMissed: (data) =>
    data.period === 'MONTH'
      ? {
          vi: `${data.organisation} không sinh hoạt thường kỳ tháng ${data.month} năm ${data.year}.`,
          en: `${data.organisation} held no regular meeting in month ${data.month} of ${data.year}.`,
        }
      : {
          vi: `${data.organisation} không sinh hoạt chuyên đề quý ${data.quarter} năm ${data.year}.`,
          en: `${data.organisation} held no thematic meeting in quarter ${data.quarter} of ${data.year}.`,
        },
  PublicationOverdue: ({ organisation, year }) => ({
    vi: `Quá hạn công khai kết quả công nhận năm ${year} của ${organisation}.`,
    en: `The publication of the recognition of ${organisation} for ${year} is overdue.`,
  }),
  AnnouncementOverdue: ({ organisation, case: id }) => ({
    vi: `Quá hạn công bố quyết định kỷ luật của vụ việc ${id} tại ${organisation}.`,
    en: `The announcement of the discipline in the case ${id} at ${organisation} is overdue.`,
  }),
  PeriodClosed: ({ organisation, year }) => ({
    vi: `Khép lại kỳ đánh giá năm ${year} của ${organisation}.`,
    en: `The year ${year} of ${organisation} was closed.`,
  }),
};
