import { localDateOf } from '#vocabulary';
import type { LocalDate, OrganisationId } from '#vocabulary';
import type { OrganisationState } from '#domain';
import type { Stretch } from '../counts/steps';

interface Attachment {
  readonly parent: OrganisationId;
  readonly stretch: Stretch;
}

/** When, within the year, an organisation existed under a parent. */
export function attachedTo(
  state: OrganisationState,
  parent: OrganisationId,
  year: number,
): readonly Stretch[] {
  return attachmentsIn(state, year)
    .filter((attachment) => attachment.parent === parent)
    .map(({ stretch }) => stretch);
}

/** All parents an organisation had at any time of the year. */
export function parentsIn(state: OrganisationState, year: number): readonly OrganisationId[] {
  return [...new Set(attachmentsIn(state, year).map(({ parent }) => parent))].sort();
}

/** The parent as of 31 December of the year, or the last one in it before the organisation ended. */
export function parentAtEndOf(state: OrganisationState, year: number): OrganisationId | undefined {
  return attachmentsIn(state, year).at(-1)?.parent;
}

/** In the order of time. */
function attachmentsIn(state: OrganisationState, year: number): readonly Attachment[] {
  if (state.status === 'UNKNOWN') return [];
  const newYear = `${year}-01-01`;
  const nextYear = `${year + 1}-01-01`;
  const end = state.endedAt === undefined ? nextYear : localDateOf(state.endedAt);
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
