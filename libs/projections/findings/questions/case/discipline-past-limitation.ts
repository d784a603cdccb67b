import { localDateOf, monthsAfter } from '#domain';
import { limitationMonths } from '../../national-rules';
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
        const months = limitationMonths(form, decidedOn);
        const until = months === null ? undefined : monthsAfter(occurredOn, months);
        if (until === undefined || decidedOn <= until) return [];
        return [answerOf(one, [one.opened, decided], { form, months, until })];
      })
      .slice(0, 1);
  },
};
