import { compareInstants } from '#vocabulary';
import type {
  Instant,
  MemberId,
  OrganisationId,
  OrganisationKind,
  OrganisationLevel,
} from '#vocabulary';
import type { Fact } from '../shared/event';
import { evolveBy, isKnown, onceKnown, unchanged } from '../shared/facts';
import type { Facts, Known } from '../shared/facts';
import { valueAt, withSince } from '../shared/since';
import type { Since } from '../shared/since';

export type OrganisationEvent =
  | Fact<
      'OrganisationEstablished',
      {
        readonly organisation: OrganisationId;
        readonly kind: OrganisationKind;
        readonly level?: OrganisationLevel;
        readonly name: string;
        readonly organisationType: string;
        readonly parent?: OrganisationId;
      }
    >
  | Fact<'OrganisationRenamed', { readonly organisation: OrganisationId; readonly name: string }>
  | Fact<
      'OrganisationReparented',
      {
        readonly organisation: OrganisationId;
        readonly from?: OrganisationId;
        readonly to: OrganisationId;
      }
    >
  | Fact<
      'OrganisationTypeChanged',
      {
        readonly organisation: OrganisationId;
        readonly organisationType: string;
        readonly kind?: OrganisationKind;
      }
    >
  /** The organisation ceases; `into` carries on. */
  | Fact<
      'OrganisationMerged',
      {
        readonly organisation: OrganisationId;
        readonly into: OrganisationId;
        readonly parent?: OrganisationId;
      }
    >
  /** The organisation goes on; `into` were founded out of it. */
  | Fact<
      'OrganisationSplit',
      { readonly organisation: OrganisationId; readonly into: readonly OrganisationId[] }
    >
  | Fact<
      'OrganisationDissolved',
      { readonly organisation: OrganisationId; readonly parent?: OrganisationId }
    >
  | Fact<'SecretaryAppointed', { readonly organisation: OrganisationId; readonly member: MemberId }>
  | Fact<
      'SuperiorDelegateAssigned',
      { readonly organisation: OrganisationId; readonly member: MemberId }
    >
  /** As reported, whether it adds up or not: never corrected by the program. */
  | Fact<
      'MembershipTotalsReported',
      {
        readonly organisation: OrganisationId;
        readonly official: number;
        readonly probationary: number;
        readonly total: number;
      }
    >;

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
      /** Which carries on, when it ended by a merger. */
      readonly mergedInto?: OrganisationId;
    };

export type KnownOrganisation = Known<OrganisationState>;

export const unknownOrganisation: OrganisationState = { status: 'UNKNOWN' };

export const organisationFacts: Facts<OrganisationState, OrganisationEvent> = {
  OrganisationEstablished: {
    // Other streams are full of it: a wrong organisation is dissolved, with its reason.
    groundOf: 'OWN_PROCEDURE',
    evolve(state, { data, effectiveAt: since }) {
      if (isKnown(state)) return state;
      const { organisation, kind, level, name, organisationType, parent } = data;
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
    },
  },
  OrganisationRenamed: {
    groundOf: [],
    evolve: onceKnown((state, { data, effectiveAt }) => ({
      ...state,
      name: withSince(state.name, effectiveAt, data.name),
    })),
  },
  OrganisationReparented: {
    // Recorded anew for the same time, which also sees to it that the tree stays one.
    groundOf: 'OWN_PROCEDURE',
    evolve: onceKnown((state, { data, effectiveAt }) => ({
      ...state,
      parent: withSince(state.parent, effectiveAt, data.to),
    })),
  },
  OrganisationTypeChanged: {
    groundOf: [],
    evolve: onceKnown((state, { data: { organisationType, kind }, effectiveAt }) => ({
      ...state,
      organisationType: withSince(state.organisationType, effectiveAt, organisationType),
      kind: kind === undefined ? state.kind : withSince(state.kind, effectiveAt, kind),
    })),
  },
  OrganisationMerged: {
    groundOf: [],
    evolve: onceKnown((state, { data: { into }, effectiveAt }) => ({
      ...state,
      endedAt: effectiveAt,
      mergedInto: into,
    })),
  },
  OrganisationSplit: {
    groundOf: [],
    evolve: onceKnown((state, { data }) => ({
      ...state,
      offspring: [...new Set([...state.offspring, ...data.into])],
    })),
  },
  OrganisationDissolved: {
    groundOf: [],
    evolve: onceKnown((state, { effectiveAt }) => ({ ...state, endedAt: effectiveAt })),
  },
  SecretaryAppointed: {
    groundOf: [],
    evolve: onceKnown((state, { data, effectiveAt }) => ({
      ...state,
      secretary: withSince(state.secretary, effectiveAt, data.member),
    })),
  },
  SuperiorDelegateAssigned: {
    groundOf: [],
    evolve: onceKnown((state, { data, effectiveAt }) => ({
      ...state,
      delegate: withSince(state.delegate, effectiveAt, data.member),
    })),
  },
  MembershipTotalsReported: { groundOf: [], evolve: unchanged },
};

export const evolveOrganisation = evolveBy(organisationFacts);

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
