import { yearOf } from '#vocabulary';
import type { LocalDate } from '#vocabulary';
import { withEntry } from '../facts/entries';
import type { Contribution, ListedKind } from './contribution';
import { keyOf } from './count';
import type { Count, Counters } from './count';
import type { StandingCounts, YearCounts } from './counts.document';
import type { Listed } from './evidence-list';
import { withChange, withCount } from './steps';

/** A contribution that begins to count, or does not count any more. */
export interface Change {
  readonly contribution: Contribution;
  readonly sign: 1 | -1;
}

/** The contributions of a document by a name that tells them apart. */
export type Contributions = ReadonlyMap<string, Contribution>;

export const NO_CONTRIBUTIONS: Contributions = new Map();

export function named(contributions: readonly Contribution[]): Contributions {
  if (contributions.length === 0) return NO_CONTRIBUTIONS;
  return new Map(contributions.map((contribution) => [JSON.stringify(contribution), contribution]));
}

/** What the contributions of a document were, held against what they are. */
export function changesBetween(before: Contributions, after: Contributions): readonly Change[] {
  if (before === after) return [];
  const changes: Change[] = [];
  for (const [name, contribution] of before) {
    if (!after.has(name)) changes.push({ contribution, sign: -1 });
  }
  for (const [name, contribution] of after) {
    if (!before.has(name)) changes.push({ contribution, sign: 1 });
  }
  return changes;
}

/** Counts of the organisation alone: its superior adds up what happens below it, not these. */
const OWN: readonly Count['name'][] = ['target', 'planItemDone'];

/** The years whose counts a contribution changes. */
export function yearsCounted({ appliesTo: { year, from, to } }: Contribution): readonly number[] {
  if (year !== undefined) return [year];
  const dates = [from, to].filter((date) => date !== undefined);
  return [...new Set(dates.map(yearOf))];
}

export function countedInYear(
  counts: YearCounts,
  year: number,
  { contribution, sign }: Change,
): YearCounts {
  const { count, n = 1, appliesTo } = contribution;
  const [key, change] = [keyOf(count), sign * n];
  if (appliesTo.year === undefined) {
    return { ...counts, goingOn: changed(counts.goingOn, year, key, change, appliesTo) };
  }
  if (OWN.includes(count.name)) return { ...counts, own: withCount(counts.own, key, change) };
  const within = { from: `${year}-01-01`, ...appliesTo };
  return { ...counts, ofYear: changed(counts.ofYear, year, key, change, within) };
}

function changed(
  steps: YearCounts['ofYear'],
  year: number,
  key: string,
  change: number,
  { from, to }: { readonly from?: LocalDate; readonly to?: LocalDate },
): YearCounts['ofYear'] {
  const begun =
    from !== undefined && yearOf(from) === year ? withChange(steps, from, key, change) : steps;
  return to !== undefined && yearOf(to) === year ? withChange(begun, to, key, -change) : begun;
}

/** By how much the counts that go on differ after each year. */
export function countedStanding(
  { changes, ...counts }: StandingCounts,
  { contribution, sign }: Change,
): StandingCounts {
  const { count, n = 1, appliesTo } = contribution;
  if (appliesTo.year !== undefined) return { changes, ...counts };
  const withYear = (
    all: Readonly<Record<string, Counters>>,
    date: LocalDate | undefined,
    change: number,
  ) => {
    if (date === undefined) return all;
    const year = String(yearOf(date));
    const counters = withCount(all[year] ?? {}, keyOf(count), change);
    return withEntry(all, year, Object.keys(counters).length === 0 ? undefined : counters);
  };
  const begun = withYear(changes, appliesTo.from, sign * n);
  return { ...counts, changes: withYear(begun, appliesTo.to, -sign * n) };
}

/** Evidence in the lists it belongs in: of years, or of what goes on without an end (year 0). */
export interface EvidencePlace {
  readonly year: number;
  readonly kind: ListedKind;
  readonly entry: Listed;
}

export function evidencePlaces({ appliesTo, evidence }: Contribution): readonly EvidencePlace[] {
  return evidence.flatMap(({ kind, ...entry }) =>
    stretches(appliesTo).map(({ year, ...dates }) => ({
      year,
      kind,
      entry: { ...entry, ...dates },
    })),
  );
}

interface YearStretch {
  readonly year: number;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}

function stretches({ year, from, to }: Contribution['appliesTo']): readonly YearStretch[] {
  const begins = from === undefined ? {} : { from };
  const ends = to === undefined ? {} : { to };
  if (year !== undefined) return [{ year, ...begins, ...ends }];
  if (from === undefined || to === undefined) return [{ year: 0, ...begins }];
  const [first, last] = [yearOf(from), yearOf(to)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .filter((within) => to > `${within}-01-01`)
    .map((within) => ({
      year: within,
      ...(within === first && from !== `${within}-01-01` ? { from } : {}),
      ...(within === last ? { to } : {}),
    }));
}
