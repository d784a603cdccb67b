import { daysAfter, localDateOf } from '#vocabulary';
import type { LocalDate } from '#vocabulary';
import type { RecognitionDecision } from '../../recognitions';
import type { YearSubject } from '../subjects/year.subject';
import type { Question } from '../question';
import { shown } from '../terms';

/** Published after its last day, or found overdue and not published since. */
export const publicationLate = {
  kind: 'PUBLICATION_LATE',
  rule: 'R-25',
  asks: 'Which recognitions were published late, or are overdue (R-25)?',
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
  sentence: ({ publishedOn, dueOn }) =>
    publishedOn === null
      ? {
          vi: `Quyết định công nhận chưa công khai, hạn cuối là ${shown(dueOn)}.`,
          en: `The recognition is not published; it was due by ${shown(dueOn)}.`,
        }
      : {
          vi: `Quyết định công nhận công khai ngày ${shown(publishedOn)}, hạn cuối là ${shown(dueOn)}.`,
          en: `The recognition was published on ${shown(publishedOn)}; it was due by ${shown(dueOn)}.`,
        },
} as const satisfies Question<YearSubject>;

/** As written into the decision; older ones say nothing, and the framework does. */
function publicationDueOn(
  { outcome, decided, publishBy }: RecognitionDecision,
  framework: YearSubject['framework'],
): LocalDate | undefined {
  const days = framework?.parameters.publicationDueDays ?? undefined;
  if (publishBy !== undefined || days === undefined || outcome === 'REFUSED') return publishBy;
  return daysAfter(localDateOf(decided.effectiveAt), days);
}
