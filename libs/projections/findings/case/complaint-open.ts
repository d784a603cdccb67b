import type { CaseSubject } from '../subjects/case.subject';
import type { Question } from '../question';
import { shown } from '../terms';
import { answerOf } from './answer-of';

export const complaintOpen = {
  kind: 'COMPLAINT_OPEN',
  rule: 'R-22',
  asks: 'Which complaints are not resolved (R-22)?',
  answer: ({ case: one }) => {
    const open = one?.complaints.find(({ resolved }) => resolved === undefined);
    if (!one || !open) return [];
    const closed = one.closed !== undefined;
    return [answerOf(one, [one.decisions.at(-1)?.decided, open.filed], { closed })];
  },
  sentence: ({ decidedOn }) => ({
    vi: `Khiếu nại về quyết định kỷ luật ngày ${shown(decidedOn)} chưa được giải quyết.`,
    en: `The complaint about the discipline of ${shown(decidedOn)} is not resolved.`,
  }),
} as const satisfies Question<CaseSubject>;
