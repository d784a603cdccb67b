import type { CaseSubject } from '../../subjects/case.subject';
import type { Question } from '../../question';
import { answerOf } from './answer-of';

export const complaintOpen: Question<CaseSubject> = {
  kind: 'COMPLAINT_OPEN',
  answer: ({ case: one }) => {
    const open = one?.complaints.find(({ resolved }) => resolved === undefined);
    if (!one || !open) return [];
    const closed = one.closed !== undefined;
    return [answerOf(one, [one.decisions.at(-1)?.decided, open.filed], { closed })];
  },
};
