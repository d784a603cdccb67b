import { outsideSignalFirst, ownSignalsAfterwards } from '../subjects/detection';
import type { CaseSubject } from '../subjects/case.subject';
import type { Question } from '../question';
import { source } from '../terms';
import { answerOf } from './answer-of';

/** It does not count; nor does it matter once the report has proved false. */
export const selfDetectionAfterwards = {
  kind: 'SELF_DETECTION_AFTERWARDS',
  rule: 'R-01',
  asks: 'Which self-detections were recorded after the signal from outside (R-01)?',
  answer: ({ case: one }) => {
    const own = one && ownSignalsAfterwards(one)[0];
    if (!own || one.conclusion?.confirmed === false) return [];
    const outside = outsideSignalFirst(one);
    return [answerOf(one, [outside?.received, own.received], { source: outside?.source ?? null })];
  },
  sentence: (figures) => ({
    vi: `Tự phát hiện được ghi nhận sau tín hiệu từ bên ngoài (${source(figures.source).vi}) nên không được tính.`,
    en: `Self-detection was recorded after the signal from outside (${source(figures.source).en}) and does not count.`,
  }),
} as const satisfies Question<CaseSubject>;
