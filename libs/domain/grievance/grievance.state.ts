import { assertNever } from '#vocabulary';
import type { Effective } from '../shared/event';
import type { GrievanceFlag, GrievanceId, OrganisationId } from '#vocabulary';
import type { GrievanceEvent } from './grievance.events';

export type GrievanceState =
  | { readonly status: 'UNKNOWN' }
  | {
      readonly status: 'OPEN' | 'RESOLVED';
      readonly grievance: GrievanceId;
      readonly organisation: OrganisationId;
      readonly flags: readonly GrievanceFlag[];
    };

export type KnownGrievance = Exclude<GrievanceState, { status: 'UNKNOWN' }>;

export const unknownGrievance: GrievanceState = { status: 'UNKNOWN' };

export function evolveGrievance(
  state: GrievanceState,
  fact: Effective<GrievanceEvent>,
): GrievanceState {
  if (fact.type === 'GrievanceOpened') {
    if (state.status !== 'UNKNOWN') return state;
    const { grievance, organisation } = fact.data;
    return { status: 'OPEN', grievance, organisation, flags: [] };
  }
  if (state.status === 'UNKNOWN') return state;
  switch (fact.type) {
    case 'GrievanceFlagged':
      if (state.flags.includes(fact.data.flag)) return state;
      return { ...state, flags: [...state.flags, fact.data.flag] };
    case 'GrievanceResolved':
      return state.status === 'RESOLVED' ? state : { ...state, status: 'RESOLVED' };
    default:
      return assertNever(fact);
  }
}
