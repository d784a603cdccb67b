import type { Question } from '../question';
import type { MeetingSubject } from '../subjects/meeting.subject';
import { shown } from '../terms';

/** Of five members at most one is away on duty. */
const ONE_OF = 5;

/** Whoever is on special duty is not expected: so many of them make any attendance look good. */
export const attendanceImplausible = {
  kind: 'ATTENDANCE_IMPLAUSIBLE',
  rule: 'R-11',
  asks: 'At which meetings was more than a fifth of the members on special duty, and so not expected (R-11)?',
  answer: ({ meeting }) => {
    if (!meeting) return [];
    const { expected, specialDuty } = meeting.attendance;
    const members = expected + specialDuty.length;
    if (specialDuty.length * ONE_OF <= members) return [];
    const figures = { specialDuty: specialDuty.length, members };
    return [{ meeting: meeting.document.meeting, figures, events: [meeting.held] }];
  },
  sentence: ({ specialDuty, members }) => ({
    vi: `${shown(specialDuty)}/${shown(members)} đảng viên được ghi là đi làm nhiệm vụ đặc biệt nên không tính vào số phải có mặt.`,
    en: `${shown(specialDuty)} of ${shown(members)} members were on special duty, and so not expected.`,
  }),
} as const satisfies Question<MeetingSubject>;
