import type { Question } from '../question';
import { shown } from '../terms';
import type { MeetingSubject } from '../subjects/meeting.subject';

const LIMIT_PERCENT = 85;

/** Passes above 85 % of those who should have come, with nobody absent without a reason. */
export const attendanceLow = {
  kind: 'ATTENDANCE_LOW',
  rule: 'R-11',
  asks: 'At which meetings were 85 % or less of those who should have come, or somebody absent without a reason (R-11)?',
  answer: ({ meeting }) => {
    if (!meeting) return [];
    const { expected, present, unexcused } = meeting.attendance;
    const isAbove = expected === 0 || present * 100 > expected * LIMIT_PERCENT;
    if (isAbove && unexcused.length === 0) return [];
    const figures = { present, expected, unexcused: unexcused.length };
    return [{ meeting: meeting.document.meeting, figures, events: [meeting.held] }];
  },
  sentence: ({ present, expected, unexcused }) => ({
    vi: `Có mặt ${shown(present)}/${shown(expected)} đảng viên, vắng không lý do ${shown(unexcused)}.`,
    en: `${shown(present)} of ${shown(expected)} members attended; ${shown(unexcused)} were absent without a reason.`,
  }),
} as const satisfies Question<MeetingSubject>;
