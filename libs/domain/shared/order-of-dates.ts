import { localDateOf } from '#vocabulary';
import type { Instant, LocalDate } from '#vocabulary';
import { refusal } from './refusal';
import type { Requirement } from './requirements';

/**
 * In which order the facts of one procedure come, by calendar day in Vietnam; the same day is in order (handbook,
 * section 12).
 */
export interface OrderOfDates<Type extends string> {
  /** The facts that carry the same under this name are a procedure of their own. Default: all are one. */
  readonly apart?: string;
  /** Facts of a later step are not before those of an earlier one. */
  readonly steps: readonly (readonly Type[])[];
  /** A fact that begins something anew comes after these, and from then on they do not count. */
  readonly succeeds?: Readonly<Partial<Record<Type, readonly Type[]>>>;
  /** A fact that makes these void, wherever they lie. */
  readonly voids?: Readonly<Partial<Record<Type, readonly Type[]>>>;
}

/** The days of the facts of each type that count: of the first and of the last. */
export type DatesOfFacts = Readonly<
  Partial<Record<string, { readonly first: LocalDate; readonly last: LocalDate }>>
>;

/** Whatever its order, nothing is out of order before the first fact. */
export function requireInOrder<Type extends string>(
  { steps, succeeds, voids }: OrderOfDates<Type>,
  dates: DatesOfFacts,
  fact: Type,
  effectiveAt: Instant,
): Requirement {
  const step = stepOf(steps, fact);
  if (step < 0) return undefined;
  const on = localDateOf(effectiveAt);
  const succeeded = succeeds?.[fact] ?? [];
  for (const [other, days] of Object.entries(dates) as [Type, DatesOfFacts[string]][]) {
    if (days === undefined || voids?.[fact]?.includes(other) === true) continue;
    const isBefore = succeeded.includes(other) || stepOf(steps, other) < step;
    if (isBefore && on < days.last) return outOfOrder(fact, on, other, days.last);
    const isAfter = !succeeded.includes(other) && stepOf(steps, other) > step;
    if (isAfter && on > days.first) return outOfOrder(other, days.first, fact, on);
  }
  return undefined;
}

/** The days that count once the fact is recorded. */
export function withDate<Type extends string>(
  { steps, succeeds, voids }: OrderOfDates<Type>,
  dates: DatesOfFacts,
  fact: Type,
  effectiveAt: Instant,
): DatesOfFacts {
  if (stepOf(steps, fact) < 0) return dates;
  const on = localDateOf(effectiveAt);
  const succeeded = succeeds?.[fact] ?? [];
  const voided = voids?.[fact] ?? [];
  const kept: Partial<Record<string, { first: LocalDate; last: LocalDate }>> = {};
  for (const [other, days] of Object.entries(dates) as [Type, DatesOfFacts[string]][]) {
    const isOver =
      succeeded.includes(other) || (voided.includes(other) && (days?.last ?? '') <= on);
    if (days !== undefined && !isOver) kept[other] = days;
  }
  const own = kept[fact] ?? { first: on, last: on };
  kept[fact] = { first: on < own.first ? on : own.first, last: on > own.last ? on : own.last };
  return kept;
}

/** Nothing of a year is done before it begins: neither results nor ratings, nor decisions about them. */
export function requireYearBegun(fact: string, year: number, effectiveAt: Instant): Requirement {
  const on = localDateOf(effectiveAt);
  const begins = `${String(year).padStart(4, '0')}-01-01`;
  return on < begins ? outOfOrder(fact, on, `the beginning of ${year}`, begins) : undefined;
}

/** The fact of a day comes before another one, which it has to follow. */
export function outOfOrder(
  fact: string,
  on: LocalDate,
  other: string,
  otherOn: LocalDate,
): Requirement {
  return refusal('OUT_OF_ORDER', { field: 'effectiveAt', fact, on, other, otherOn });
}

function stepOf<Type extends string>(steps: readonly (readonly Type[])[], fact: Type): number {
  return steps.findIndex((types) => types.includes(fact));
}
