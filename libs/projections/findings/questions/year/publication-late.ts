import { localDateOf } from '#domain';
import { daysAfter } from '../../days';
import type { YearSubject } from '../../subjects/year.subject';
import type { Question } from '../../question';

/** Published after the framework's limit, or found overdue and not published since. */
export const publicationLate: Question<YearSubject> = {
  kind: 'PUBLICATION_LATE',
  answer: ({ recognition, framework }) => {
    const decision = recognition?.decisions.at(-1);
    if (!decision) return [];
    const { decided, published, publicationOverdue: overdue } = decision;
    const limit = decision.outcome === 'GRANTED' ? framework?.parameters.publicationDueDays : null;
    const dueOn =
      limit === null || limit === undefined
        ? null
        : daysAfter(localDateOf(decided.effectiveAt), limit);
    const publishedOn = published ? localDateOf(published.effectiveAt) : null;
    const isLate = publishedOn !== null && dueOn !== null && publishedOn > dueOn;
    const isOverdue = publishedOn === null && overdue !== undefined;
    if (!isLate && !isOverdue) return [];
    const events = [decided, published ?? overdue].filter((event) => event !== undefined);
    return [
      { figures: { decidedOn: localDateOf(decided.effectiveAt), dueOn, publishedOn }, events },
    ];
  },
};
