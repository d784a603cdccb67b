import { isRateable } from '#domain';
import type { LocalDate, MemberStatus, OrganisationId } from '#domain';
import type { CaseEntry, GrievanceEntry, MemberEntry, OrganisationDocument } from './documents';
import { sumOfSteps } from './steps';
import type { Counters, Steps } from './steps';

/** What the organisation itself contributes to its own and its superiors' counts for a year. */
export function ownSteps(
  document: OrganisationDocument,
  organisation: OrganisationId,
  year: number,
): Steps {
  const newYear = `${year}-01-01`;
  const constant = (counters: Counters): Steps => ({ [newYear]: counters });
  return sumOfSteps([
    ...Object.values(document.members).map((entry) => memberSteps(entry, organisation, year)),
    ...Object.values(document.grievances).map((entry) => constant(grievanceCounters(entry, year))),
    ...Object.values(document.cases).map((entry) => constant(caseCounters(entry, year))),
  ]);
}

function memberSteps(entry: MemberEntry, organisation: OrganisationId, year: number): Steps {
  const newYear = `${year}-01-01`;
  const dates = [...entry.places, ...entry.statuses]
    .map(({ from }) => from)
    .filter((from) => from > newYear && from < `${year + 1}`);
  const steps: Record<LocalDate, Counters> = {};
  let before: Counters = {};
  for (const date of [newYear, ...new Set(dates.sort())]) {
    const counters = memberCounters(entry, organisation, year, date);
    steps[date] = difference(counters, before);
    before = counters;
  }
  return steps;
}

function memberCounters(
  entry: MemberEntry,
  organisation: OrganisationId,
  year: number,
  date: LocalDate,
): Counters {
  if (organisationOn(entry, date) !== organisation) return {};
  const status = statusOn(entry, date);
  if (status === 'EXEMPTED') return { exempted: 1 };
  if (status === 'SUSPENDED') return { suspended: 1 };
  if (!isRateable(status)) return {};
  const rating = entry.ratings[year];
  return {
    rateable: 1,
    ...(rating === undefined ? {} : { [`rated:${rating.level}`]: 1 }),
    ...(entry.pledges[year] === undefined ? {} : { pledged: 1 }),
  };
}

export function organisationOn(entry: MemberEntry, date: LocalDate): OrganisationId | undefined {
  return entry.places.findLast(({ from }) => from <= date)?.organisation;
}

export function statusOn(entry: MemberEntry, date: LocalDate): MemberStatus | undefined {
  return entry.statuses.findLast(({ from }) => from <= date)?.status;
}

function difference(now: Counters, before: Counters): Counters {
  const names = new Set([...Object.keys(now), ...Object.keys(before)]);
  return Object.fromEntries(
    [...names].map((name) => [name, (now[name] ?? 0) - (before[name] ?? 0)] as const),
  );
}

export function isUnresolvedAfter(entry: GrievanceEntry, year: number): boolean {
  const end = `${year + 1}-01-01`;
  return entry.openedOn < end && (entry.resolvedOn === undefined || entry.resolvedOn >= end);
}

export function isOfYear(date: LocalDate, year: number): boolean {
  return date.startsWith(`${year}-`);
}

function grievanceCounters(entry: GrievanceEntry, year: number): Counters {
  if (entry.flags.length === 0) return {};
  const flags = entry.flags.join('+');
  return {
    ...(isUnresolvedAfter(entry, year) ? { [`unresolved:${flags}`]: 1 } : {}),
    ...(isOfYear(entry.openedOn, year) ? { [`opened:${flags}`]: 1 } : {}),
  };
}

function caseCounters(entry: CaseEntry, year: number): Counters {
  return {
    ...(isOfYear(entry.occurredOn, year) ? violationCounters(entry) : {}),
    ...(isUnremediedOf(entry, year) ? { unremedied: 1 } : {}),
  };
}

export function isUnremediedOf(entry: CaseEntry, year: number): boolean {
  const { conclusion } = entry;
  return (
    conclusion !== undefined &&
    conclusion.confirmed &&
    conclusion.remediationRequired &&
    isOfYear(conclusion.on, year) &&
    entry.remediated === undefined
  );
}

function violationCounters(entry: CaseEntry): Counters {
  const standing = standingOf(entry);
  if (standing === 'UNFOUNDED') return {};
  const { sources, onImportedDates } = detectedBefore(entry);
  const detection = sources.join('+');
  const standingName = standing === 'CONFIRMED' ? 'confirmed' : 'open';
  return {
    ...(entry.prohibitedThing === undefined ? {} : { [`prohibited:${standingName}`]: 1 }),
    ...(entry.prohibitedThing !== undefined && isSelfDetectedAndRemedied(entry)
      ? { 'prohibited:selfRemedied': 1 }
      : {}),
    ...(sources.length === 0 ? {} : { [`detected:${standingName}:${detection}`]: 1 }),
    ...(sources.length > 0 && onImportedDates ? { [`detected:imported:${detection}`]: 1 } : {}),
  };
}

export type Standing = 'OPEN' | 'CONFIRMED' | 'UNFOUNDED';

export function standingOf(entry: CaseEntry): Standing {
  if (entry.conclusion === undefined) return 'OPEN';
  return entry.conclusion.confirmed ? 'CONFIRMED' : 'UNFOUNDED';
}

/** Detected by the organisation before anyone outside, and remedied since. */
export function isSelfDetectedAndRemedied(entry: CaseEntry): boolean {
  return (
    standingOf(entry) === 'CONFIRMED' &&
    entry.remediated !== undefined &&
    entry.signals.some(({ source }) => source === 'SELF') &&
    detectedBefore(entry).sources.length === 0
  );
}

/** The sources that spoke before the organisation itself did. */
export function detectedBefore(entry: CaseEntry): {
  readonly sources: readonly CaseEntry['signals'][number]['source'][];
  readonly onImportedDates: boolean;
} {
  const own = entry.signals.filter(({ source }) => source === 'SELF');
  const others = entry.signals.filter(({ source }) => source !== 'SELF');
  const first = others.filter((signal) => !own.some((self) => isRecordedBefore(self, signal)));
  return {
    sources: [...new Set(first.map(({ source }) => source))].sort(),
    onImportedDates:
      own.length > 0 && [...own, ...first].some(({ imported }) => imported),
  };
}

/**
 * By the order of recording; for what came by import of older records by the effective dates,
 * and on the same date by the order of recording again (criteria.md, section 3).
 */
function isRecordedBefore(
  a: CaseEntry['signals'][number],
  b: CaseEntry['signals'][number],
): boolean {
  const byDate =
    a.imported || b.imported ? Date.parse(a.receivedAt) - Date.parse(b.receivedAt) : 0;
  return byDate === 0 ? BigInt(a.event.position) < BigInt(b.event.position) : byDate < 0;
}
