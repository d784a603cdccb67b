import { meetingRulesFor } from '../../meeting-rules';
import { meetingsEverHeld } from '../../subjects/year.subject';
import type { YearSubject } from '../../subjects/year.subject';
import type { Question } from '../../question';

const MINUTE_MS = 60_000;

export const meetingTooShort: Question<YearSubject> = {
  kind: 'MEETING_TOO_SHORT',
  candidates: meetingsEverHeld,
  answer: ({ meetings, framework }) =>
    meetings.flatMap(({ kind, startsAt, endsAt, attendance, held, document: { meeting } }) => {
      const { expected } = attendance;
      const rules = meetingRulesFor(framework, { startsAt, expected });
      const combined = kind === 'COMBINED' ? rules.minimumMinutesCombined : undefined;
      const required = combined ?? rules.minimumMinutes;
      const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE_MS;
      if (required === undefined || minutes >= required) return [];
      return [{ about: meeting, meeting, figures: { minutes, required }, events: [held] }];
    }),
};
