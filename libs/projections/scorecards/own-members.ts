import { isRateable } from '#domain';
import type { LocalDate, MemberStatus, OrganisationId } from '#vocabulary';
import type { MemberEntry } from './documents';
import type { Counters, Steps } from './steps';

/** What a member contributes to an organisation's counts, from each date on which it changes. */
export function memberSteps(entry: MemberEntry, organisation: OrganisationId, year: number): Steps {
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
