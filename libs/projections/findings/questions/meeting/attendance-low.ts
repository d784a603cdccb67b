import type { Question } from '../../question';
import type { MeetingSubject } from '../../subjects/meeting.subject';

const LIMIT_PERCENT = 85;

/** Passes above 85 % of those who should have come, with nobody absent without a reason. */
export const attendanceLow: Question<MeetingSubject> = {
  kind: 'ATTENDANCE_LOW',
  answer: ({ meeting }) => {
    if (!meeting) return [];
    const { expected, present, unexcused } = meeting.attendance;
    const isAbove = expected === 0 || present * 100 > expected * LIMIT_PERCENT;
    if (isAbove && unexcused.length === 0) return [];
    const figures = { present, expected, unexcused: unexcused.length };
    return [{ meeting: meeting.document.meeting, figures, events: [meeting.held] }];
  },
};
