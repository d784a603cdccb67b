import { daysBetween, localDateOf } from '#vocabulary';
import { meetingRulesFor } from '../../meeting-rules';
import { meetingsEverHeld } from '../../subjects/year.subject';
import type { YearSubject } from '../../subjects/year.subject';
import type { Question } from '../../question';

/** `daysBefore` is null where no documents were recorded at all. */
export const documentsLate: Question<YearSubject> = {
  kind: 'DOCUMENTS_LATE',
  candidates: meetingsEverHeld,
  answer: ({ meetings, framework }) =>
    meetings.flatMap(({ startsAt, attendance, held, document: { meeting, documents } }) => {
      const { expected } = attendance;
      const required = meetingRulesFor(framework, { startsAt, expected }).documentsDaysBefore;
      const daysBefore = documents
        ? daysBetween(localDateOf(documents.postedAt), localDateOf(startsAt))
        : null;
      const isInTime = required === undefined || (daysBefore !== null && daysBefore >= required);
      if (isInTime) return [];
      const events = documents ? [documents.event, held] : [held];
      return [{ about: meeting, meeting, figures: { daysBefore, required }, events }];
    }),
};
