import { localDateOf, monthsAfter } from '#vocabulary';
import { disciplineRegimeAt } from '#domain';
import type { CaseSubject } from '../../subjects/case.subject';
import type { Question } from '../../question';
import { answerOf } from './answer-of';

/** Counted from the act to the decision; a later act is a case of its own. */
export const disciplinePastLimitation: Question<CaseSubject> = {
  kind: 'DISCIPLINE_PAST_LIMITATION',
  answer: ({ case: one }) => {
    const occurredOn = one?.occurredOn;
    if (!one || occurredOn === undefined) return [];
    return one.decisions
      .flatMap(({ form, decided }) => {
        const decidedOn = localDateOf(decided.effectiveAt);
        const months = disciplineRegimeAt(decidedOn).limitationMonths[form];
        const until = months === undefined ? undefined : monthsAfter(occurredOn, months);
        if (months === undefined || until === undefined || decidedOn <= until) return [];
        return [answerOf(one, [one.opened, decided], { form, months, until })];
      })
      .slice(0, 1);
  },
};
