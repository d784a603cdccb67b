import type { CaseSubject } from '../../subjects/case.subject';
import type { Question } from '../../question';
import { answerOf } from './answer-of';

export const signalNotInspected: Question<CaseSubject> = {
  kind: 'SIGNAL_NOT_INSPECTED',
  answer: ({ case: one }) => {
    const signal = one?.signals[0];
    if (!one || !signal || one.inspections.length > 0) return [];
    const end = one.closed ?? one.conclusion?.reached;
    if (end === undefined) return [];
    const closed = one.closed !== undefined;
    return [answerOf(one, [signal.received, end], { signals: one.signals.length, closed })];
  },
};
