import type { RecordedEvent } from '#event-log';
import { canonicalJson } from './canonical-json';
import { leafHash, sha256Hex } from './hashing';

/** What the ledger takes of an event as it is stored: the same in every store, and after a move. */
export type StoredEvent = Pick<
  RecordedEvent,
  'id' | 'stream' | 'revision' | 'type' | 'schemaVersion' | 'recordedAt' | 'data' | 'metadata'
>;

/**
 * The entry of an event, of which its leaf is made: it names no person. `data` and `metadata` are the hashes of their
 * canonical texts as stored, before they are brought into a newer shape (ledger.md, section 1).
 */
export function entryOf(event: StoredEvent): string {
  const { id, stream, revision, type, schemaVersion, recordedAt } = event;
  const text = (value: string): string => canonicalJson(value);
  // As canonical JSON has it, its names in their order.
  return (
    `{"data":"${sha256Hex(canonicalJson(event.data))}","id":${text(id)},` +
    `"metadata":"${sha256Hex(canonicalJson(event.metadata))}","recordedAt":${text(recordedAt)},` +
    `"revision":${revision},"schemaVersion":${schemaVersion},"stream":${text(stream)},` +
    `"type":${text(type)},"v":1}`
  );
}

export function leafOf(event: StoredEvent): Buffer {
  return leafHash(entryOf(event));
}
