import type { CaseSubject } from '../subjects/case.subject';
import type { Question } from '../question';
import { answerOf } from './answer-of';

export const signalNotInspected = {
  kind: 'SIGNAL_NOT_INSPECTED',
  rule: null,
  asks: 'Which cases were concluded or closed without an inspection of the signal?',
  answer: ({ case: one }) => {
    const signal = one?.signals[0];
    if (!one || !signal || one.inspections.length > 0) return [];
    const end = one.closed ?? one.conclusion?.reached;
    if (end === undefined) return [];
    const closed = one.closed !== undefined;
    return [answerOf(one, [signal.received, end], { signals: one.signals.length, closed })];
  },
  sentence: ({ closed }) =>
    closed === true
      ? {
          vi: 'Vụ việc đã khép lại mà dấu hiệu vi phạm chưa từng được kiểm tra.',
          en: 'The case was closed and the signal was never inspected.',
        }
      : {
          vi: 'Đã có kết luận mà dấu hiệu vi phạm chưa từng được kiểm tra.',
          en: 'The case was concluded and the signal was never inspected.',
        },
} as const satisfies Question<CaseSubject>;
