import type {
  EventId,
  Instant,
  MemberId,
  OrganisationId,
  OrganisationKind,
  OrganisationLevel,
} from '#vocabulary';
import type { OrganisationEvent, Since } from '#domain';
import type { RecordedFact, OwnFact } from '#projection-engine';

/** An event of the organisation's own stream. */
export type OrganisationFact = Extract<RecordedFact, { type: OrganisationEvent['type'] }>;

/** Membership as reported, whether it adds up or not. */
export interface ReportedTotals {
  readonly official: number;
  readonly probationary: number;
  readonly total: number;
  /** Whether official + probationary = total. */
  readonly reconciles: boolean;
  readonly effectiveAt: Instant;
  readonly event: EventId;
  readonly position: string;
}

export type OrganisationEnd = {
  readonly endedAt: Instant;
  readonly event: EventId;
  readonly position: string;
} & ({ readonly cause: 'DISSOLVED' } | { readonly cause: 'MERGED'; readonly into: OrganisationId });

/** An organisation as known at one position: its values over time, in the order of time. */
export interface OrganisationView {
  readonly organisation: OrganisationId;
  readonly level?: OrganisationLevel;
  readonly establishedAt: Instant;
  readonly names: readonly Since<string>[];
  readonly kinds: readonly Since<OrganisationKind>[];
  readonly organisationTypes: readonly Since<string>[];
  /** Without `value`: no parent from then on. */
  readonly parents: readonly Since<OrganisationId | undefined>[];
  readonly secretaries: readonly Since<MemberId>[];
  /** Of the committee above. */
  readonly delegates: readonly Since<MemberId>[];
  readonly end?: OrganisationEnd;
  /** Founded out of this one. */
  readonly splitInto: readonly OrganisationId[];
  readonly membershipTotals?: ReportedTotals;
}

/** A former or present child: a candidate, to be confirmed by the child's own parents. */
export interface ChildCandidate {
  readonly organisation: OrganisationId;
  /** Of the first event that named this organisation as its parent; decimal. */
  readonly position: string;
}

/**
 * One organisation. It keeps its own facts (a few dozen in a life), so that how it stood at any
 * position can be told from this document alone: see `organisationAsOf`.
 */
export interface OrganisationDocument {
  readonly organisation: OrganisationId;
  /** False while only children have named it. */
  readonly known: boolean;
  readonly facts: readonly OwnFact<OrganisationFact>[];
  /** By id. */
  readonly children: readonly ChildCandidate[];
  /** As of the latest fact; what lists select by. */
  readonly current?: {
    readonly name: string;
    /** The name without case and accents: see `searchable`. */
    readonly search: string;
    readonly kind: OrganisationKind;
    readonly organisationType: string;
    readonly parent: OrganisationId | null;
    readonly ended: boolean;
    /** Which carries on, when it ended by a merger. */
    readonly mergedInto: OrganisationId | null;
    /** Whether the totals last reported add up; null while none were. */
    readonly totalsReconcile: boolean | null;
  };
}
