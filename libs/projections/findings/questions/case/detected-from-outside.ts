import { outsideSignalsFirst } from '../../subjects/detection';
import { isConfirmed } from '../../subjects/case.subject';
import type { CaseSubject } from '../../subjects/case.subject';
import type { Question } from '../../question';
import { answerOf } from './answer-of';

/** A report that proved false lifts it. */
export const detectedFromOutside: Question<CaseSubject> = {
  kind: 'DETECTED_FROM_OUTSIDE',
  answer: ({ case: one }) => {
    const first = one && outsideSignalsFirst(one)[0];
    if (!first || !isConfirmed(one)) return [];
    return [answerOf(one, [first.received, one.conclusion?.reached], { source: first.source })];
  },
};
