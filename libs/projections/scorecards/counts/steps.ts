import type { LocalDate } from '#vocabulary';
import { withEntry } from '../facts/entries';
import type { Counters } from './count';

/** A stretch of calendar dates; without `to`, to the end of the year. */
export interface Stretch {
  readonly from: LocalDate;
  /** Exclusive. */
  readonly to?: LocalDate;
}

/**
 * Counts as a function of the census date: what changes on which date. Additive, so that a
 * committee's is the sum of its children's; and independent of the census date that any
 * framework asks for. Dates and counters are in order, zeros are left out: equal functions are
 * equal JSON.
 */
export type Steps = Readonly<Record<LocalDate, Counters>>;

export const NO_STEPS: Steps = {};

export function sumOfSteps(all: readonly Steps[]): Steps {
  const sum = new Map<LocalDate, Map<string, number>>();
  for (const steps of all) {
    for (const [date, counters] of Object.entries(steps)) addInto(sum, date, counters, 1);
  }
  return canonical(sum);
}

/** The counts that hold at the end of a date. */
export function countersOn(steps: Steps, date: LocalDate): Counters {
  const total = new Map<string, number>();
  for (const [since, counters] of Object.entries(steps)) {
    if (since > date) continue;
    for (const [name, change] of Object.entries(counters)) {
      total.set(name, (total.get(name) ?? 0) + change);
    }
  }
  return Object.fromEntries([...total].filter(([, count]) => count !== 0));
}

/** The same counts, but only within the stretches: nothing before, between and after them. */
export function within(steps: Steps, stretches: readonly Stretch[]): Steps {
  const result = new Map<LocalDate, Map<string, number>>();
  for (const { from, to } of stretches) {
    addInto(result, from, countersOn(steps, from), 1);
    for (const [date, counters] of Object.entries(steps)) {
      if (date > from && (to === undefined || date < to)) addInto(result, date, counters, 1);
    }
    if (to !== undefined) addInto(result, to, countersOn(steps, dayBefore(to)), -1);
  }
  return canonical(result);
}

/** The same counts, but those of some keys only until a date. */
export function withoutFrom(
  steps: Steps,
  from: LocalDate,
  isWithout: (key: string) => boolean,
): Steps {
  const kept: Record<LocalDate, Counters> = {};
  for (const [date, counters] of Object.entries(steps)) {
    const names = Object.entries(counters).filter(([key]) => date < from || !isWithout(key));
    if (names.length > 0) kept[date] = Object.fromEntries(names);
  }
  const gone = Object.entries(countersOn(kept, from)).filter(([key]) => isWithout(key));
  return sumOfSteps([kept, { [from]: Object.fromEntries(gone.map(([key, n]) => [key, -n])) }]);
}

export function isWithin(stretches: readonly Stretch[], date: LocalDate): boolean {
  return stretches.some(({ from, to }) => from <= date && (to === undefined || date < to));
}

/** With a change on a date. */
export function withChange(steps: Steps, date: LocalDate, key: string, change: number): Steps {
  const counters = withCount(steps[date] ?? {}, key, change);
  return withEntry(steps, date, Object.keys(counters).length === 0 ? undefined : counters);
}

/** The counters with a change; zeros are left out, and keys are in order. */
export function withCount(counters: Counters, key: string, change: number): Counters {
  const n = (counters[key] ?? 0) + change;
  return withEntry(counters, key, n === 0 ? undefined : n);
}

/** The counters with all of the changes, as if {@link withCount} had made one after another. */
export function withCounts(
  counters: Counters,
  changes: Iterable<readonly [key: string, change: number]>,
): Counters {
  const change = new Map<string, number>();
  for (const [key, by] of changes) change.set(key, (change.get(key) ?? 0) + by);
  const counted: Record<string, number> = {};
  const count = (key: string): void => {
    const n = (counters[key] ?? 0) + (change.get(key) ?? 0);
    if (n !== 0) counted[key] = n;
  };
  // Those that were there are in order: the new ones are put between them.
  const added = [...change.keys()].filter((key) => !(key in counters)).sort();
  let next = 0;
  for (const key of Object.keys(counters)) {
    for (let first = added[next]; first !== undefined && first < key; first = added[next]) {
      count(first);
      next += 1;
    }
    count(key);
  }
  for (const key of added.slice(next)) count(key);
  return counted;
}

function dayBefore(date: LocalDate): LocalDate {
  return new Date(Date.parse(date) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

function addInto(
  sum: Map<LocalDate, Map<string, number>>,
  date: LocalDate,
  counters: Counters,
  sign: 1 | -1,
): void {
  const onDate = sum.get(date) ?? new Map<string, number>();
  for (const [name, change] of Object.entries(counters)) {
    onDate.set(name, (onDate.get(name) ?? 0) + sign * change);
  }
  sum.set(date, onDate);
}

function canonical(sum: ReadonlyMap<LocalDate, ReadonlyMap<string, number>>): Steps {
  const dates = [...sum.keys()].sort();
  return Object.fromEntries(
    dates.flatMap((date) => {
      const counters = withCounts({}, sum.get(date) ?? []);
      return Object.keys(counters).length === 0 ? [] : [[date, counters] as const];
    }),
  );
}
