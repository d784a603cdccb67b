import { localDateOf, monthsAfter } from '#vocabulary';
import { disciplineRegimeAt } from '#domain';
import type { CaseSubject } from '../subjects/case.subject';
import type { Question } from '../question';
import { form, shown } from '../terms';
import { answerOf } from './answer-of';

/** Counted from the act to the decision; a later act is a case of its own. */
export const disciplinePastLimitation = {
  kind: 'DISCIPLINE_PAST_LIMITATION',
  rule: 'R-19',
  asks: 'Which disciplines were decided after the limitation period (R-19)?',
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
  sentence: (figures) => ({
    vi: `Quyết định ${form(figures.form).vi} sau khi hết thời hiệu ngày ${shown(figures.until)} (${shown(figures.months)} tháng).`,
    en: `The ${form(figures.form).en} was decided after the limitation period ended on ${shown(figures.until)} (${shown(figures.months)} months).`,
  }),
} as const satisfies Question<CaseSubject>;
