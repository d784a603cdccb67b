import type {
  EventId,
  Instant,
  LocalDate,
  MemberId,
  MemberStatus,
  OrganisationId,
  Sealed,
} from '#vocabulary';
import type { MemberEvent, Since } from '#domain';
import type { RecordedFact, OwnFact } from '#projection-engine';

/** An event of the member's own stream. */
export type MemberFact = Extract<RecordedFact, { type: MemberEvent['type'] }>;

/** What a member is called, sealed, with the event that it can be unsealed for; or that it was erased since. */
export type SealedIdentity =
  | {
      readonly state: 'RECORDED';
      readonly sealed: Sealed;
      readonly event: EventId;
      readonly recordedAt: Instant;
    }
  | { readonly state: 'ERASED'; readonly recordedAt: Instant };

/** A member as known at one position: values over time, in the order of time. What is personal is sealed. */
export interface MemberView {
  readonly member: MemberId;
  readonly organisations: readonly Since<OrganisationId>[];
  readonly statuses: readonly Since<MemberStatus>[];
  /** The organisation of the place where the member lives. */
  readonly residences: readonly Since<OrganisationId>[];
  readonly admittedOn: LocalDate;
  readonly officialOn?: LocalDate;
  readonly identity?: SealedIdentity;
}

/** One member; keeps its own facts, so that `memberAsOf` tells how things stood at any position. */
export interface MemberDocument {
  readonly member: MemberId;
  readonly known: boolean;
  readonly facts: readonly OwnFact<MemberFact>[];
  /** As of the latest fact; what lists select by. */
  readonly current?: {
    readonly organisation: OrganisationId;
    readonly status: MemberStatus;
    readonly residence: OrganisationId | null;
  };
}
