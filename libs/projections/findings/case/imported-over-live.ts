import type { CaseSignal } from '../../cases';
import type { CaseSubject } from '../subjects/case.subject';
import type { Question } from '../question';
import { source } from '../terms';
import { answerOf } from './answer-of';

/** It counts after what was recorded as it happened: nobody lifts a knock-out by importing a line. */
export const importedOverLive = {
  kind: 'IMPORTED_OVER_LIVE',
  rule: 'R-01',
  asks: 'Which imported signals are dated before one that had been recorded as it happened (R-01)?',
  answer: ({ case: one }) => {
    const pair = one?.signals.flatMap((imported, at) => {
      const live = one.signals.slice(0, at).find((earlier) => isOverridden(earlier, imported));
      return live === undefined ? [] : [{ imported, live }];
    })[0];
    if (!one || !pair) return [];
    const { imported, live } = pair;
    const figures = { source: imported.source, recorded: live.source };
    return [answerOf(one, [live.received, imported.received], figures)];
  },
  sentence: ({ source: imported, recorded }) => ({
    vi: `Tín hiệu nhập từ tệp (${source(imported).vi}) đề ngày trước tín hiệu đã ghi nhận trực tiếp (${source(recorded).vi}), nên không được tính trước.`,
    en: `A signal from a file (${source(imported).en}) is dated before one recorded as it happened (${source(recorded).en}), and does not go before it.`,
  }),
} as const satisfies Question<CaseSubject>;

function isOverridden(live: CaseSignal, imported: CaseSignal): boolean {
  return (
    imported.imported &&
    !live.imported &&
    Date.parse(imported.received.effectiveAt) < Date.parse(live.received.effectiveAt)
  );
}
