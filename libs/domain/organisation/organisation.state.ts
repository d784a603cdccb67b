import { assertNever, compareInstants } from '#vocabulary';
import type { Effective } from '../shared/event';
import type {
  Instant,
  MemberId,
  OrganisationId,
  OrganisationKind,
  OrganisationLevel,
} from '#vocabulary';
import type { OrganisationEvent } from './organisation.events';

/** A value that holds from a point in time until the next one does. */
export interface Since<Value> {
  readonly since: Instant;
  readonly value: Value;
}

/** An organisation over time: what was recorded last about a point in time is what holds for it. */
export type OrganisationState =
  | { readonly status: 'UNKNOWN' }
  | {
      readonly status: 'ESTABLISHED';
      readonly organisation: OrganisationId;
      readonly establishedAt: Instant;
      readonly level?: OrganisationLevel;
      readonly kind: readonly Since<OrganisationKind>[];
      readonly name: readonly Since<string>[];
      readonly organisationType: readonly Since<string>[];
      readonly parent: readonly Since<OrganisationId | undefined>[];
      readonly secretary: readonly Since<MemberId>[];
      readonly delegate: readonly Since<MemberId>[];
      /** Founded out of it when it was split. */
      readonly offspring: readonly OrganisationId[];
      readonly endedAt?: Instant;
    };

export type KnownOrganisation = Extract<OrganisationState, { status: 'ESTABLISHED' }>;

export const unknownOrganisation: OrganisationState = { status: 'UNKNOWN' };

export function evolveOrganisation(
  state: OrganisationState,
  fact: Effective<OrganisationEvent>,
): OrganisationState {
  if (fact.type === 'OrganisationEstablished') return established(state, fact);
  if (state.status === 'UNKNOWN') return state;
  const since = fact.effectiveAt;
  switch (fact.type) {
    case 'OrganisationRenamed':
      return { ...state, name: withSince(state.name, since, fact.data.name) };
    case 'OrganisationReparented':
      return { ...state, parent: withSince(state.parent, since, fact.data.to) };
    case 'OrganisationTypeChanged':
      return {
        ...state,
        organisationType: withSince(state.organisationType, since, fact.data.organisationType),
        kind:
          fact.data.kind === undefined ? state.kind : withSince(state.kind, since, fact.data.kind),
      };
    case 'OrganisationMerged':
    case 'OrganisationDissolved':
      return { ...state, endedAt: since };
    case 'SecretaryAppointed':
      return { ...state, secretary: withSince(state.secretary, since, fact.data.member) };
    case 'SuperiorDelegateAssigned':
      return { ...state, delegate: withSince(state.delegate, since, fact.data.member) };
    case 'OrganisationSplit':
      return { ...state, offspring: [...new Set([...state.offspring, ...fact.data.into])] };
    case 'MembershipTotalsReported':
      return state;
    default:
      return assertNever(fact);
  }
}

function established(
  state: OrganisationState,
  fact: Extract<Effective<OrganisationEvent>, { type: 'OrganisationEstablished' }>,
): OrganisationState {
  if (state.status !== 'UNKNOWN') return state;
  const { organisation, kind, level, name, organisationType, parent } = fact.data;
  const since = fact.effectiveAt;
  return {
    status: 'ESTABLISHED',
    organisation,
    establishedAt: since,
    ...(level === undefined ? {} : { level }),
    kind: [{ since, value: kind }],
    name: [{ since, value: name }],
    organisationType: [{ since, value: organisationType }],
    parent: [{ since, value: parent }],
    secretary: [],
    delegate: [],
    offspring: [],
  };
}

/** Keeps the values in the order of time; of two with the same time, the one recorded later holds. */
export function withSince<Value>(
  values: readonly Since<Value>[],
  since: Instant,
  value: Value,
): readonly Since<Value>[] {
  const others = values.filter((one) => compareInstants(one.since, since) !== 0);
  return [...others, { since, value }].sort((a, b) => compareInstants(a.since, b.since));
}

/** The value that held at a point in time. */
export function valueAt<Value>(values: readonly Since<Value>[], at: Instant): Value | undefined {
  return values.findLast((one) => compareInstants(one.since, at) <= 0)?.value;
}

/** Whether it existed: from its establishment, and until it was merged or dissolved. */
export function existedAt(state: OrganisationState | undefined, at: Instant): boolean {
  return (
    wasEstablishedBy(state, at) &&
    (state.endedAt === undefined || compareInstants(at, state.endedAt) < 0)
  );
}

/** Whether it had been established: true of an ended organisation too, which can still be the subject of decisions. */
export function wasEstablishedBy(
  state: OrganisationState | undefined,
  at: Instant,
): state is KnownOrganisation {
  return state?.status === 'ESTABLISHED' && compareInstants(state.establishedAt, at) <= 0;
}

export function organisationKindAt(
  state: OrganisationState | undefined,
  at: Instant,
): OrganisationKind | undefined {
  return state?.status === 'ESTABLISHED' ? valueAt(state.kind, at) : undefined;
}

export function parentAt(
  state: OrganisationState | undefined,
  at: Instant,
): OrganisationId | undefined {
  return state?.status === 'ESTABLISHED' ? valueAt(state.parent, at) : undefined;
}
