import { isRegular } from '../../subjects/meeting.subject';
import { ofType } from '../../subjects/of-type';
import type { YearSubject } from '../../subjects/year.subject';
import type { Question } from '../../question';

/** Asked once a regular meeting followed in the year; one that reviewed it is enough, whenever it came. */
export const resolutionNotReviewed: Question<YearSubject> = {
  kind: 'RESOLUTION_NOT_REVIEWED',
  candidates: ({ facts }) => ofType(facts, 'ResolutionAdopted').map(({ id }) => id),
  answer: ({ meetings }) =>
    meetings.flatMap((meeting) => {
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
};
