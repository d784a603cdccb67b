import { comparePositions } from '#vocabulary';
import type { CaseDocument } from '../../cases';
import type { EventRef } from '#projection-engine';
import type { Question } from '../question';
import { shown } from '../terms';

/** Cases about the same member or organisation, day and thing, in the order opened. */
export interface CasesAlike {
  readonly cases: readonly CaseDocument[];
}

/** One violation counts once: settled when all but one are closed as the same as another. */
export const casesAlike = {
  kind: 'CASES_ALIKE',
  rule: 'R-18',
  asks: 'Which cases are about the same member or organisation, the same day and the same thing, and would count twice (R-18)?',
  answer: ({ cases }) => {
    const [first] = cases;
    if (first === undefined || cases.length < 2) return [];
    const counting = cases.filter(({ duplicateOf }) => duplicateOf === undefined);
    const closed = cases.flatMap((one) =>
      one.duplicateOf === undefined ? [] : (one.closed ?? []),
    );
    const settledBy = counting.length < 2 ? lastOf(closed) : undefined;
    return [
      {
        case: first.case,
        ...(first.member === null ? {} : { member: first.member }),
        figures: { cases: cases.map((one) => one.case).join(', '), counting: counting.length },
        events: cases.flatMap(({ opened }) => opened ?? []),
        ...(settledBy === undefined ? {} : { settledBy }),
      },
    ];
  },
  sentence: ({ cases }) => ({
    vi: `Các vụ việc trùng nhau về người hoặc tổ chức, ngày và nội dung: ${shown(cases)}.`,
    en: `These cases are about the same member or organisation, day and thing: ${shown(cases)}.`,
  }),
} as const satisfies Question<CasesAlike>;

function lastOf(events: readonly EventRef[]): EventRef | undefined {
  return events.toSorted((a, b) => comparePositions(a.position, b.position)).at(-1);
}
