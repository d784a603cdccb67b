import type { Instant } from '#vocabulary';
import type { RecordedType } from '#domain';
import type { Actor, Evidence, ImportSource, LegalBasis } from '#event-log';

/** What belongs to the register, as frameworks and campaigns do, is found by this. */
export const OF_NOBODY = '';

/** An event as recorded, with its tags. The document's id is the event's. */
export interface TimelineDocument {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  /** Decimal. */
  readonly position: string;
  readonly type: RecordedType;
  readonly schemaVersion: number;
  /** Only on an event that was upcast: the version that the log holds. */
  readonly storedSchemaVersion?: number;
  readonly effectiveAt: Instant;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly onBehalfOf?: Actor;
  readonly reason?: string;
  readonly legalBasis: readonly LegalBasis[];
  readonly evidence: readonly Evidence[];
  readonly correlationId: string;
  readonly causationId?: string;
  readonly commandId: string;
  /** The subject first, then the others concerned, with all their ancestors at that time. */
  readonly organisations: readonly string[];
  /** Of these, those that the event itself names; `OF_NOBODY` beside them when it lies in nobody's scope. */
  readonly concerned: readonly string[];
  readonly members: readonly string[];
  readonly cases: readonly string[];
  /** Of which organisation and year it may be that a campaign asks for everybody below; see `askedForBy`. */
  readonly asked?: readonly string[];
  /** Whole days from `effectiveAt` to `recordedAt`. */
  readonly backdatedDays: number;
  /** See `backdatingClass`: what the index holds of `backdatedDays`. */
  readonly backdatingClass: number;
  /** `YYYY-MM` in UTC of `effectiveAt`: what the index holds of it. */
  readonly effectiveMonth: string;
  readonly source?: ImportSource;
  readonly readThrough?: string;
  readonly data: object;
}
