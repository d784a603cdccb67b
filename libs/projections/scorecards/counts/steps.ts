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
      const counters = [...(sum.get(date) ?? [])]
        .filter(([, change]) => change !== 0)
        .sort(([a], [b]) => (a < b ? -1 : 1));
      return counters.length === 0 ? [] : [[date, Object.fromEntries(counters)] as const];
    }),
  );
}
