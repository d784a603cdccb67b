import type { RecordedEvent } from '#event-log';
import { toPosition } from '#event-log';
import type { TimelineDocument } from './timeline.document';

/** The event that an entry was made of, as projections are told it. */
export function recordedEvent(entry: TimelineDocument): RecordedEvent {
  const { id, stream, revision, type, schemaVersion, storedSchemaVersion, recordedAt, data } =
    entry;
  const { effectiveAt, actor, onBehalfOf, commandId, correlationId, causationId } = entry;
  const { legalBasis, evidence, reason, source, readThrough } = entry;
  const { organisations, members, cases } = entry;
  return {
    id,
    stream,
    revision,
    position: toPosition(BigInt(entry.position)),
    recordedAt,
    type,
    schemaVersion,
    ...(storedSchemaVersion !== undefined && { storedSchemaVersion }),
    data,
    metadata: {
      effectiveAt,
      actor,
      ...(onBehalfOf !== undefined && { onBehalfOf }),
      commandId,
      correlationId,
      ...(causationId !== undefined && { causationId }),
      ...(legalBasis.length > 0 && { legalBasis }),
      ...(evidence.length > 0 && { evidence }),
      ...(reason !== undefined && { reason }),
      tags: { organisations, members, cases },
      ...(source !== undefined && { source }),
      ...(readThrough !== undefined && { readThrough }),
    },
  };
}
