import type { Instant } from '#vocabulary';
import { organisationsIn, scopeOf } from '#domain';
import type { RecordedType } from '#domain';
import type { Actor, Evidence, ImportSource, LegalBasis } from '#event-log';
import type { LoggedFact } from '#projection-engine';
import { backdatedDays } from './backdating';

/** What belongs to the register, as frameworks and campaigns do, is found by this. */
export const OF_NOBODY = '';

/** An event as recorded, with its tags and by how much it was back-dated. */
export interface TimelineEntry {
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
  /** Whole days from `effectiveAt` to `recordedAt`. */
  readonly backdatedDays: number;
  readonly source?: ImportSource;
  readonly readThrough?: string;
  readonly data: object;
}

const NONE: readonly never[] = [];

/** An event as the timeline tells it. Shares what it can with it: this is done for every event there is. */
export function timelineEntry(event: LoggedFact): TimelineEntry {
  const { metadata } = event;
  const { tags, effectiveAt, onBehalfOf, reason, causationId, source, readThrough } = metadata;
  return {
    id: event.id,
    stream: event.stream,
    revision: event.revision,
    position: event.position.toString(),
    type: event.type,
    schemaVersion: event.schemaVersion,
    ...(event.storedSchemaVersion !== undefined && {
      storedSchemaVersion: event.storedSchemaVersion,
    }),
    effectiveAt,
    recordedAt: event.recordedAt,
    actor: metadata.actor,
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    ...(reason !== undefined && { reason }),
    legalBasis: metadata.legalBasis ?? NONE,
    evidence: metadata.evidence ?? NONE,
    correlationId: metadata.correlationId,
    ...(causationId !== undefined && { causationId }),
    commandId: metadata.commandId,
    organisations: tags.organisations,
    concerned: concernedBy(event.data),
    members: tags.members,
    cases: tags.cases,
    backdatedDays: backdatedDays(Date.parse(effectiveAt), Date.parse(event.recordedAt)),
    ...(source !== undefined && { source }),
    ...(readThrough !== undefined && { readThrough }),
    data: event.data,
  };
}

/** The organisations that an event names, and `OF_NOBODY` where it lies in nobody's scope. */
export function concernedBy(data: object): readonly string[] {
  const organisations = organisationsIn(data);
  return scopeOf(data).length === 0 ? [...organisations, OF_NOBODY] : organisations;
}
