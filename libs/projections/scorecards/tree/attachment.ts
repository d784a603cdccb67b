import { localDateOf } from '#vocabulary';
import type { LocalDate, OrganisationId } from '#vocabulary';
import type { KnownOrganisation, OrganisationState } from '#domain';
import type { Stretch } from '../counts/steps';

interface Attachment {
  readonly parent: OrganisationId;
  readonly stretch: Stretch;
}

/**
 * When, within the year, an organisation counted under a parent: while it existed, and from its end on under the one
 * that carries on or else its last parent. What it did still counts (criteria.md, section 3); of one that was merged,
 * the members go on counting in later years.
 */
export function attachedTo(
  state: OrganisationState,
  parent: OrganisationId,
  year: number,
): readonly Stretch[] {
  return attachmentsIn(state, year)
    .filter((attachment) => attachment.parent === parent)
    .map(({ stretch }) => stretch);
}

/** The day in the year, or before it, from which on the organisation is no active child of anybody. */
export function endedIn(state: OrganisationState, year: number): LocalDate | undefined {
  if (state.status === 'UNKNOWN' || state.endedAt === undefined) return undefined;
  const end = localDateOf(state.endedAt);
  return end < `${year + 1}-01-01` ? end : undefined;
}

/** From when on, in the year or before it, its members belong to the organisation that it was merged into. */
export function membersHandedOnIn(state: OrganisationState, year: number): LocalDate | undefined {
  const isMerged = state.status === 'ESTABLISHED' && state.mergedInto !== undefined;
  return isMerged ? endedIn(state, year) : undefined;
}

/** All parents an organisation had at any time of the year. */
export function parentsIn(state: OrganisationState, year: number): readonly OrganisationId[] {
  return [...new Set(attachmentsIn(state, year).map(({ parent }) => parent))].sort();
}

/** The parent as of 31 December of the year; of an organisation that ended, the one under which it counts from then on. */
export function parentAtEndOf(state: OrganisationState, year: number): OrganisationId | undefined {
  return attachmentsIn(state, year).at(-1)?.parent;
}

/** In the order of time. */
function attachmentsIn(state: OrganisationState, year: number): readonly Attachment[] {
  if (state.status === 'UNKNOWN') return [];
  const nextYear = `${year + 1}-01-01`;
  const end = state.endedAt === undefined ? nextYear : localDateOf(state.endedAt);
  return [...parentsUntil(end, state, year), ...carriedOnFrom(end, state, year)];
}

function carriedOnFrom(
  end: LocalDate,
  { parent, mergedInto }: KnownOrganisation,
  year: number,
): readonly Attachment[] {
  const [newYear, nextYear] = [`${year}-01-01`, `${year + 1}-01-01`];
  const last = mergedInto ?? (end >= newYear ? parent.at(-1)?.value : undefined);
  return last === undefined || end >= nextYear
    ? []
    : [{ parent: last, stretch: { from: later(newYear, end) } }];
}

function parentsUntil(
  end: LocalDate,
  state: KnownOrganisation,
  year: number,
): readonly Attachment[] {
  const [newYear, nextYear] = [`${year}-01-01`, `${year + 1}-01-01`];
  return state.parent.flatMap(({ value: parent, since }, index) => {
    if (parent === undefined) return [];
    const next = state.parent[index + 1];
    const from = later(newYear, localDateOf(since));
    const to = earlier(end, next === undefined ? nextYear : localDateOf(next.since));
    if (from >= to || from >= nextYear) return [];
    return [{ parent, stretch: to >= nextYear ? { from } : { from, to } }];
  });
}

function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}

function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}
