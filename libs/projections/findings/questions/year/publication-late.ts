import { daysAfter, localDateOf } from '#vocabulary';
import type { LocalDate } from '#vocabulary';
import type { RecognitionDecision } from '../../../recognitions';
import type { YearSubject } from '../../subjects/year.subject';
import type { Question } from '../../question';

/** Published after its last day, or found overdue and not published since. */
export const publicationLate: Question<YearSubject> = {
  kind: 'PUBLICATION_LATE',
  answer: ({ recognition, framework }) => {
    const decision = recognition?.decisions.at(-1);
    if (!decision) return [];
    const { decided, published, publicationOverdue: overdue } = decision;
    const dueOn = publicationDueOn(decision, framework) ?? null;
    const publishedOn = published ? localDateOf(published.effectiveAt) : null;
    const isLate = publishedOn !== null && dueOn !== null && publishedOn > dueOn;
    const isOverdue = publishedOn === null && overdue !== undefined;
    if (!isLate && !isOverdue) return [];
    const decidedOn = localDateOf(decided.effectiveAt);
    const events = [decided, published ?? overdue].filter((event) => event !== undefined);
    return [{ figures: { decidedOn, dueOn, publishedOn }, events }];
  },
};

/** As written into the decision; older ones say nothing, and the framework does. */
function publicationDueOn(
  { outcome, decided, publishBy }: RecognitionDecision,
  framework: YearSubject['framework'],
): LocalDate | undefined {
  const days = framework?.parameters.publicationDueDays ?? undefined;
  if (publishBy !== undefined || days === undefined || outcome === 'REFUSED') return publishBy;
  return daysAfter(localDateOf(decided.effectiveAt), days);
}
