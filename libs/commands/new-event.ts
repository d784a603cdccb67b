import { ancestorsAt, concernsOf } from '#domain';
import type { DecisionContext, DomainEvent, Effective, FactCorrected } from '#domain';
import type { AppendReceipt, EventMetadata, NewEvent, RecordedEvent, Tags } from '#event-log';
import { eventIdOf } from './event-id';
import type { PreparedCommand } from './prepared-command';

/** The schema version of every event type: none has changed its shape yet. */
const SCHEMA_VERSION = 1;

export type EffectiveFact = Effective<DomainEvent>;

/** The subjects first, then all that stood above them when the fact was true. */
export function tagsOf(fact: EffectiveFact, context: DecisionContext): Tags {
  const { organisations, members, cases } = concernsOf(fact.data);
  const concerned = new Set(organisations);
  for (const organisation of organisations) {
    for (const above of ancestorsAt(organisation, fact.effectiveAt, context)) concerned.add(above);
  }
  return { organisations: [...concerned], members, cases };
}

export function newEvent(
  given: PreparedCommand,
  index: number,
  fact: EffectiveFact | Effective<FactCorrected>,
  tags: Tags,
  readThrough: bigint | undefined,
): NewEvent {
  return {
    id: eventIdOf(given.envelope.commandId, index),
    type: fact.type,
    schemaVersion: SCHEMA_VERSION,
    data: fact.data,
    metadata: metadataOf(given, fact, tags, readThrough),
  };
}

function metadataOf(
  { envelope, digest }: PreparedCommand,
  { effectiveAt }: Pick<EffectiveFact, 'effectiveAt'>,
  tags: Tags,
  readThrough: bigint | undefined,
): EventMetadata {
  const { commandId, actor, onBehalfOf, causationId, legalBasis, evidence, reason, source } =
    envelope;
  return {
    effectiveAt,
    actor,
    ...(onBehalfOf && { onBehalfOf }),
    commandId,
    commandDigest: digest,
    correlationId: envelope.correlationId ?? commandId,
    ...(causationId !== undefined && { causationId }),
    ...(legalBasis && { legalBasis }),
    ...(evidence && { evidence }),
    ...(reason !== undefined && { reason }),
    tags,
    ...(source && { source }),
    ...(readThrough !== undefined && { readThrough: readThrough.toString() }),
  };
}

/** The events of one command as the log recorded them: the position is that of the last one. */
export function asRecorded(
  events: readonly NewEvent[],
  { stream, firstRevision, position, recordedAt }: AppendReceipt,
): readonly RecordedEvent[] {
  return events.map((event, index) => ({
    ...event,
    stream,
    revision: firstRevision + index,
    position,
    recordedAt,
  }));
}
