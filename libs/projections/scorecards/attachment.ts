import { compareInstants, localDateOf, valueAt } from '#domain';
import type { Instant, LocalDate, OrganisationId, OrganisationState } from '#domain';
import type { Stretch } from './documents';
import { endOfDay } from './facts-of-year';

/** When, within the year, an organisation existed under a parent. */
export function attachedTo(
  state: OrganisationState,
  parent: OrganisationId,
  year: number,
): readonly Stretch[] {
  if (state.status === 'UNKNOWN') return [];
  const newYear = `${year}-01-01`;
  const nextYear = `${year + 1}-01-01`;
  const end = state.endedAt === undefined ? nextYear : localDateOf(state.endedAt);
  return state.parent.flatMap((one, index) => {
    if (one.value !== parent) return [];
    const next = state.parent[index + 1];
    const from = later(newYear, localDateOf(one.since));
    const to = earlier(end, next === undefined ? nextYear : localDateOf(next.since));
    if (from >= to || to <= newYear) return [];
    return [to >= nextYear ? { from } : { from, to }];
  });
}

/** All parents an organisation had at any time of the year. */
export function parentsIn(state: OrganisationState, year: number): readonly OrganisationId[] {
  if (state.status === 'UNKNOWN') return [];
  const parents = state.parent.flatMap(({ value }) => (value === undefined ? [] : [value]));
  return [...new Set(parents)]
    .filter((parent) => attachedTo(state, parent, year).length > 0)
    .sort();
}

/** The parent as of 31 December of the year, or the last one before the organisation ended. */
export function parentAtEndOf(
  state: OrganisationState,
  year: number,
): OrganisationId | undefined {
  if (state.status === 'UNKNOWN') return undefined;
  const end = endOfDay(`${year}-12-31`);
  return valueAt(state.parent, lastMoment(state.endedAt, end)) ?? state.parent[0]?.value;
}

function lastMoment(endedAt: Instant | undefined, end: Instant): Instant {
  return endedAt !== undefined && compareInstants(endedAt, end) < 0 ? endedAt : end;
}

function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}

function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}
