import type { Sentence } from '#vocabulary';
import type { Figures } from '../finding.document';
import { shown } from './terms';

export const MEETING_SENTENCES = {
  MEETING_MISSED: ({ period, month, quarter }: Figures): Sentence =>
    period === 'MONTH'
      ? {
          vi: `Tháng ${shown(month)} không có sinh hoạt thường kỳ.`,
          en: `No regular meeting was held in month ${shown(month)}.`,
        }
      : {
          vi: `Quý ${shown(quarter)} không có sinh hoạt chuyên đề.`,
          en: `No thematic meeting was held in quarter ${shown(quarter)}.`,
        },
  MEETING_TOO_SHORT: ({ minutes, required }: Figures): Sentence => ({
    vi: `Buổi sinh hoạt chỉ kéo dài ${shown(minutes)} phút, ít nhất phải ${shown(required)} phút.`,
    en: `The meeting lasted ${shown(minutes)} minutes; at least ${shown(required)} are required.`,
  }),
  DOCUMENTS_LATE: ({ daysBefore, required }: Figures): Sentence =>
    daysBefore === null
      ? {
          vi: 'Không ghi nhận việc gửi tài liệu trước buổi sinh hoạt.',
          en: 'No documents were recorded as given out before the meeting.',
        }
      : {
          vi: `Tài liệu gửi trước ${shown(daysBefore)} ngày, ít nhất phải ${shown(required)} ngày.`,
          en: `The documents were given out ${shown(daysBefore)} days before; at least ${shown(required)} are required.`,
        },
  MEETING_NOT_PREPARED: ({ preparedAfterwards }: Figures): Sentence =>
    preparedAfterwards === true
      ? {
          vi: 'Họp chi ủy chỉ diễn ra sau buổi sinh hoạt.',
          en: 'The preparatory meeting was held only after the meeting.',
        }
      : {
          vi: 'Không ghi nhận họp chi ủy trước buổi sinh hoạt.',
          en: 'No preparatory meeting was recorded before the meeting.',
        },
  ATTENDANCE_LOW: ({ present, expected, unexcused }: Figures): Sentence => ({
    vi: `Có mặt ${shown(present)}/${shown(expected)} đảng viên, vắng không lý do ${shown(unexcused)}.`,
    en: `${shown(present)} of ${shown(expected)} members attended; ${shown(unexcused)} were absent without a reason.`,
  }),
  EXCUSED_IN_A_ROW: ({ times, allowed }: Figures): Sentence => ({
    vi: `Đảng viên vắng có lý do ${shown(times)} kỳ sinh hoạt liên tiếp, quá ${shown(allowed)} kỳ.`,
    en: `The member was excused from ${shown(times)} regular meetings in a row, more than ${shown(allowed)}.`,
  }),
  SCORES_ALL_ALIKE: ({ meetings, scored }: Figures): Sentence => ({
    vi: `${shown(meetings)} trong ${shown(scored)} buổi sinh hoạt được chấm liên tiếp có điểm giống hệt nhau ở mọi nhóm.`,
    en: `${shown(meetings)} of ${shown(scored)} scored meetings, one after the other, have exactly the same points in every group.`,
  }),
  MEETING_SCORE_LOWERED: ({ proposed, confirmed, gap }: Figures): Sentence => ({
    vi: `Chi bộ tự chấm ${shown(proposed)} điểm, xác nhận ${shown(confirmed)} điểm: chênh ${shown(gap)}.`,
    en: `The cell proposed ${shown(proposed)} points, ${shown(confirmed)} were confirmed: a difference of ${shown(gap)}.`,
  }),
  RESOLUTION_NOT_REVIEWED: ({ resolution, meetingsSince }: Figures): Sentence => ({
    vi: `Nghị quyết ${shown(resolution)} chưa được kiểm điểm ở ${shown(meetingsSince)} kỳ sinh hoạt sau đó.`,
    en: `Resolution ${shown(resolution)} was not reviewed at any of the ${shown(meetingsSince)} regular meetings after it.`,
  }),
};
