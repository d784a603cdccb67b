import { yearOf } from '#vocabulary';
import type { LocalDate } from '#vocabulary';
import { withEntry } from '../facts/entries';
import type { Contribution, EvidenceEntry, ListedKind } from './contribution';
import { keyOf } from './count';
import type { Count, Counters } from './count';
import type { StandingCounts, YearCounts } from './counts.document';
import type { Listed } from './evidence-list';
import { withChange, withCount } from './steps';

/** A contribution that begins to count, or does not count any more. */
export interface Change {
  readonly contribution: Contribution;
  readonly sign: 1 | -1;
  /** Where its evidence is listed. */
  readonly places: readonly EvidencePlace[];
}

export type Contributions = readonly Contribution[];

export const NO_CONTRIBUTIONS: Contributions = [];

/** What the contributions of a document were, held against what they are: a handful each. */
export function changesBetween(before: Contributions, after: Contributions): readonly Change[] {
  if (before === after) return [];
  return [...changesOf(before, after, -1), ...changesOf(after, before, 1)];
}

function changesOf(these: Contributions, others: Contributions, sign: 1 | -1): readonly Change[] {
  const changes: Change[] = [];
  for (const [index, contribution] of these.entries()) {
    // Most that stay stand where they stood.
    const beside = others[index];
    const stays =
      (beside !== undefined && isSame(contribution, beside)) ||
      others.some((other) => isSame(contribution, other));
    if (!stays) changes.push({ contribution, sign, places: evidencePlaces(contribution) });
  }
  return changes;
}

function isSame(a: Contribution, b: Contribution): boolean {
  return (
    a.count.name === b.count.name &&
    (a.n ?? 1) === (b.n ?? 1) &&
    a.appliesTo.organisation === b.appliesTo.organisation &&
    a.appliesTo.year === b.appliesTo.year &&
    a.appliesTo.from === b.appliesTo.from &&
    a.appliesTo.to === b.appliesTo.to &&
    a.evidence.length === b.evidence.length &&
    a.evidence.every((entry, index) => isSameEntry(entry, b.evidence[index])) &&
    keyOf(a.count) === keyOf(b.count)
  );
}

function isSameEntry(a: EvidenceEntry, b: EvidenceEntry | undefined): boolean {
  return a.kind === b?.kind && a.event === b.event && a.member === b.member;
}

/** Counts of the organisation alone: its superior adds up what happens below it, not these. */
const OWN: readonly Count['name'][] = ['target', 'planItemDone'];

/** Whether it counts beyond a year. */
export function goesOn({ contribution: { appliesTo } }: Change): boolean {
  return appliesTo.year === undefined;
}

/** The years whose counts a contribution changes. */
export function yearsCounted({ appliesTo: { year, from, to } }: Contribution): readonly number[] {
  if (year !== undefined) return [year];
  const first = from === undefined ? [] : [yearOf(from)];
  return to === undefined || yearOf(to) === first[0] ? first : [...first, yearOf(to)];
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

function evidencePlaces({ appliesTo, evidence }: Contribution): readonly EvidencePlace[] {
  if (evidence.length === 0) return [];
  const { year, from, to } = appliesTo;
  if (year !== undefined && from === undefined && to === undefined) {
    return evidence.map(({ kind, ...entry }) => ({ year, kind, entry }));
  }
  return evidence.flatMap(({ kind, ...entry }) =>
    stretches(appliesTo).map(({ year: within, ...dates }) => ({
      year: within,
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
