import { outsideSignalFirst } from '../subjects/detection';
import { isConfirmed } from '../subjects/case.subject';
import type { CaseSubject } from '../subjects/case.subject';
import type { Question } from '../question';
import { shown, source } from '../terms';
import { answerOf } from './answer-of';

/** A report that proved false lifts it. */
export const detectedFromOutside = {
  kind: 'DETECTED_FROM_OUTSIDE',
  rule: 'R-01',
  asks: 'Which confirmed violations did the press or citizens report first (R-01)?',
  answer: ({ case: one }) => {
    const first = one && outsideSignalFirst(one);
    if (!first || !isConfirmed(one)) return [];
    return [answerOf(one, [first.received, one.conclusion?.reached], { source: first.source })];
  },
  sentence: (figures) => ({
    vi: `Vi phạm xảy ra ngày ${shown(figures.occurredOn)} được phát hiện trước từ bên ngoài: ${source(figures.source).vi}.`,
    en: `The violation of ${shown(figures.occurredOn)} was first reported from outside: ${source(figures.source).en}.`,
  }),
} as const satisfies Question<CaseSubject>;
