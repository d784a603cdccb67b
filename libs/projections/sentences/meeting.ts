import { MEETINGS_OF_KIND } from '#vocabulary';
import type { MeetingEvent } from '#domain';
import type { Sentences } from './sentence';

/** Subjects of votes and titles of resolutions are free text that may name people: they are left out. */
export const meetingSentences: Sentences<MeetingEvent> = {
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
