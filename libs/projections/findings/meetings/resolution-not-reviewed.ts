import { isRegular } from '../subjects/meeting.subject';
import type { MeetingsSubject } from '../subjects/meetings.subject';
import type { Question } from '../question';
import { shown } from '../terms';

/** Asked once a regular meeting followed in the year; one that reviewed it is enough, whenever it came. */
export const resolutionNotReviewed = {
  kind: 'RESOLUTION_NOT_REVIEWED',
  rule: null,
  asks: 'Which resolutions did no later regular meeting of the year come back to?',
  candidates: ({ resolutions }) => resolutions,
  answer: ({ meetings }) =>
    meetings.flatMap((meeting) => {
      if (meeting.document.resolutions.length === 0) return [];
      const after = (one: (typeof meetings)[number]): boolean =>
        isRegular(one) && Date.parse(one.startsAt) > Date.parse(meeting.startsAt);
      const later = meetings.filter(after);
      const isOpen = later.every(({ previousResolutionReviewed }) => !previousResolutionReviewed);
      if (later.length === 0 || !isOpen) return [];
      return meeting.document.resolutions.map(({ resolution, event }) => ({
        about: event.event,
        meeting: meeting.document.meeting,
        figures: { resolution, meetingsSince: later.length },
        events: [event, ...later.map(({ held }) => held)],
      }));
    }),
  sentence: ({ resolution, meetingsSince }) => ({
    vi: `Nghị quyết ${shown(resolution)} chưa được kiểm điểm ở ${shown(meetingsSince)} kỳ sinh hoạt sau đó.`,
    en: `Resolution ${shown(resolution)} was not reviewed at any of the ${shown(meetingsSince)} regular meetings after it.`,
  }),
} as const satisfies Question<MeetingsSubject>;
