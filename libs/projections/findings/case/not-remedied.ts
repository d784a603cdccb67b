import { isConfirmed } from '../subjects/case.subject';
import type { CaseSubject } from '../subjects/case.subject';
import type { Question } from '../question';
import { shown } from '../terms';
import { answerOf } from './answer-of';

export const notRemedied = {
  kind: 'NOT_REMEDIED',
  rule: null,
  asks: 'Which conclusions demand a remediation that is not completed?',
  answer: ({ case: one }) => {
    if (!one || !isConfirmed(one) || one.conclusion?.remediationRequired !== true) return [];
    if (one.remediationCompleted !== undefined) return [];
    return [answerOf(one, [one.conclusion.reached], {})];
  },
  sentence: ({ concludedOn }) => ({
    vi: `Kết luận ngày ${shown(concludedOn)} yêu cầu khắc phục, chưa hoàn thành.`,
    en: `The conclusion of ${shown(concludedOn)} demands remediation, which is not completed.`,
  }),
} as const satisfies Question<CaseSubject>;
