import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Cursor, FieldValue } from '#read-models';
import type { ServiceKeys } from '../keys';

const VERSION = 1;
const MAC_BYTES = 16;

/**
 * Writes a place in a list as an opaque text and reads it back. The text is authenticated together
 * with `list`, which says of which list (index and filter) it is a place: a damaged one, and one of
 * another list, cannot be read. It holds nothing that ages.
 */
export class Cursors {
  constructor(private readonly keys: Pick<ServiceKeys, 'cursorSecret'>) {}

  write(cursor: Cursor, list: string): string {
    const payload = Buffer.from(JSON.stringify([cursor.id, ...cursor.key.map(toJson)]));
    return Buffer.concat([Buffer.of(VERSION), this.mac(payload, list), payload]).toString(
      'base64url',
    );
  }

  /** `undefined` for anything that {@link write} did not write for the same list. */
  read(text: string, list: string): Cursor | undefined {
    const bytes = Buffer.from(text, 'base64url');
    // The decoder skips characters outside base64url; only the exact text that was issued is valid.
    if (bytes.toString('base64url') !== text || bytes[0] !== VERSION) return undefined;
    const mac = bytes.subarray(1, 1 + MAC_BYTES);
    const payload = bytes.subarray(1 + MAC_BYTES);
    if (mac.length !== MAC_BYTES || !timingSafeEqual(mac, this.mac(payload, list))) {
      return undefined;
    }
    // Authentic, so it is what was written.
    const [id, ...key] = JSON.parse(payload.toString()) as [string, ...JsonValue[]];
    return { id, key: key.map(fromJson) };
  }

  private mac(payload: Buffer, list: string): Buffer {
    return createHmac('sha256', this.keys.cursorSecret())
      .update(Buffer.of(VERSION))
      .update(list)
      .update(Buffer.of(0))
      .update(payload)
      .digest()
      .subarray(0, MAC_BYTES);
  }
}

type JsonValue = Exclude<FieldValue, bigint> | { readonly position: string };

function toJson(value: FieldValue): JsonValue {
  return typeof value === 'bigint' ? { position: value.toString() } : value;
}

function fromJson(value: JsonValue): FieldValue {
  return typeof value === 'object' && value !== null ? BigInt(value.position) : value;
}
