import { localDateOf } from '#domain';
import { daysBetween } from '../../days';
import { meetingRulesOn } from '../../national-rules';
import type { Question } from '../../question';
import type { MeetingSubject } from '../../subjects/meeting.subject';

/** `daysBefore` is null where no documents were recorded at all. */
export const documentsLate: Question<MeetingSubject> = {
  kind: 'DOCUMENTS_LATE',
  answer: ({ meeting }) => {
    if (!meeting) return [];
    const { startsAt, held, document } = meeting;
    const { documents } = document;
    const required = meetingRulesOn(startsAt).documentsDaysBefore;
    const daysBefore = documents
      ? daysBetween(localDateOf(documents.postedAt), localDateOf(startsAt))
      : null;
    if (daysBefore !== null && daysBefore >= required) return [];
    const events = documents ? [documents.event, held] : [held];
    return [{ meeting: document.meeting, figures: { daysBefore, required }, events }];
  },
};
