import { jsonEvent } from '@eventstore/db-client';
import type { EventData, JSONType, RecordedEvent as StoreEvent } from '@eventstore/db-client';
import type { EventMetadata, RecordedEvent, StreamId } from '../event';
import { toPosition } from '../position';
import type { SerialisedEvent } from '../serialise-append';
import type { OurStreams } from './our-streams';

/** What the store has no field for travels in the metadata, under names that no one else uses. */
interface Envelope {
  readonly $schemaVersion?: number;
  /** Tells the writer's own append from a repetition that found it stored. */
  readonly $append?: string;
  /** Of an event copied from another log: it was recorded then, not when it was copied. */
  readonly $recordedAt?: string;
}

const TEXT = new TextEncoder();

/** The type of the store's own event behind the last one of a stream that was deleted for good. */
const TOMBSTONE = '$streamDeleted';

export interface AppendMark {
  readonly append: string;
  readonly recordedAt: string | undefined;
}

export function toStore(event: SerialisedEvent, mark: AppendMark): EventData {
  return jsonEvent({
    id: event.id,
    type: event.type,
    // The client makes text of it itself. Parsed from ours, it can hold nothing that makes none.
    data: JSON.parse(event.data) as JSONType,
    metadata: enveloped(event, mark),
  }) as EventData;
}

/** As bytes: the client makes text of an object, and base64 of the text, and bytes of that twice. */
function enveloped(
  { metadata, schemaVersion }: SerialisedEvent,
  { append, recordedAt }: AppendMark,
): Uint8Array {
  const envelope: Envelope = {
    $schemaVersion: schemaVersion,
    $append: append,
    ...(recordedAt !== undefined && { $recordedAt: recordedAt }),
  };
  // Ours comes last: of two fields of one name, the last is read.
  const fields = metadata.slice(1, -1);
  const separator = fields === '' ? '' : ',';
  return TEXT.encode(`{${fields}${separator}${JSON.stringify(envelope).slice(1)}`);
}

export interface OurEvent {
  readonly event: RecordedEvent;
  readonly append: string | undefined;
}

/** Nothing for somebody else's event, nor for the marker that the store puts at the end of a tombstoned stream. */
export function ourEvent(stored: StoreEvent, streams: OurStreams): OurEvent | undefined {
  if (stored.type === TOMBSTONE) return undefined;
  const stream = streams.ownStream(stored.streamId);
  return stream === undefined ? undefined : fromStore(stored, stream);
}

function fromStore(stored: StoreEvent, stream: StreamId): OurEvent {
  const { $schemaVersion, $append, $recordedAt, ...metadata } = (stored.metadata ?? {}) as Envelope;
  return {
    append: $append,
    event: {
      stream,
      revision: Number(stored.revision),
      position: toPosition(positionOf(stored)),
      id: stored.id,
      type: stored.type,
      schemaVersion: $schemaVersion ?? 1,
      recordedAt: $recordedAt ?? stored.created.toISOString(),
      data: stored.data,
      metadata: metadata as EventMetadata,
    },
  };
}

export function positionOf({ position, id }: StoreEvent): bigint {
  if (position === undefined) throw new TypeError(`The store gave no position of event ${id}`);
  return position.commit;
}
