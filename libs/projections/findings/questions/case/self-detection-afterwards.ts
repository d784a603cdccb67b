import { outsideSignalsFirst, ownSignalsAfterwards } from '../../subjects/detection';
import type { CaseSubject } from '../../subjects/case.subject';
import type { Question } from '../../question';
import { answerOf } from './answer-of';

/** It does not count; nor does it matter once the report has proved false. */
export const selfDetectionAfterwards: Question<CaseSubject> = {
  kind: 'SELF_DETECTION_AFTERWARDS',
  answer: ({ case: one }) => {
    const own = one && ownSignalsAfterwards(one)[0];
    if (!own || one.conclusion?.confirmed === false) return [];
    const outside = outsideSignalsFirst(one)[0];
    return [answerOf(one, [outside?.received, own.received], { source: outside?.source ?? null })];
  },
};
