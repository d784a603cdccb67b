import type { LocalDate } from '#vocabulary';

/** A regulation of the Party that a regime rests on. */
export interface Regulation {
  readonly number: string;
  readonly date: LocalDate;
}

/** National rules on one subject, as long as they hold (handbook, section 5). */
export interface Regime {
  readonly regulations: readonly Regulation[];
  /** The first day on which it holds. Absent for the oldest one known: it holds for whatever was before. */
  readonly from?: LocalDate;
}

/** The regime in force on a date, of those given oldest first. */
export function regimeAt<R extends Regime>(regimes: readonly [R, ...R[]], date: LocalDate): R {
  const [oldest, ...later] = regimes;
  return later.findLast(({ from }) => from !== undefined && from <= date) ?? oldest;
}
