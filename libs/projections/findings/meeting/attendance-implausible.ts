import type { Question } from '../question';
import type { MeetingSubject } from '../subjects/meeting.subject';
import { shown } from '../terms';

/** Of five members at most one is away on duty. */
const ONE_OF = 5;

/**
 * Whoever is on special duty is not expected: so many of them make any attendance look good. So does whoever is left
 * out without that.
 */
export const attendanceImplausible = {
  kind: 'ATTENDANCE_IMPLAUSIBLE',
  rule: 'R-11',
  asks: 'At which meetings were others expected than the members of that day, exempted ones and those on special duty left out, or was more than a fifth of them on special duty (R-11)? Where no members are registered, they are not compared.',
  answer: ({ meeting, members: registered }) => {
    if (!meeting) return [];
    const { expected, specialDuty } = meeting.attendance;
    const members = expected + specialDuty.length;
    const isTooMuchDuty = specialDuty.length * ONE_OF > members;
    const isMiscounted =
      registered !== undefined && (members < registered.least || members > registered.most);
    if (!isTooMuchDuty && !isMiscounted) return [];
    const figures = {
      expected,
      specialDuty: specialDuty.length,
      members,
      registered: isMiscounted ? registered.least : null,
    };
    return [{ meeting: meeting.document.meeting, figures, events: [meeting.held] }];
  },
  sentence: ({ expected, specialDuty, members, registered }) =>
    registered === null || registered === undefined
      ? {
          vi: `${shown(specialDuty)}/${shown(members)} đảng viên được ghi là đi làm nhiệm vụ đặc biệt nên không tính vào số phải có mặt.`,
          en: `${shown(specialDuty)} of ${shown(members)} members were on special duty, and so not expected.`,
        }
      : {
          vi: `Số phải có mặt là ${shown(expected)} và ${shown(specialDuty)} đảng viên đi làm nhiệm vụ đặc biệt, trong khi tổ chức có ${shown(registered)} đảng viên ngày đó.`,
          en: `${shown(expected)} were expected and ${shown(specialDuty)} on special duty, while the organisation had ${shown(registered)} members that day.`,
        },
} as const satisfies Question<MeetingSubject>;
