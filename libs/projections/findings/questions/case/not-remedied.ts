import { isConfirmed } from '../../subjects/case.subject';
import type { CaseSubject } from '../../subjects/case.subject';
import type { Question } from '../../question';
import { answerOf } from './answer-of';

export const notRemedied: Question<CaseSubject> = {
  kind: 'NOT_REMEDIED',
  answer: ({ case: one }) => {
    if (!one || !isConfirmed(one) || one.conclusion?.remediationRequired !== true) return [];
    if (one.remediationCompleted !== undefined) return [];
    return [answerOf(one, [one.conclusion.reached], {})];
  },
};
