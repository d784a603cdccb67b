import { StreamIncomplete } from './errors';
import type { RecordedEvent, StreamId } from './event';

/**
 * Makes sure that a slice of a stream begins where it was asked for and has no gaps: what an administrator of the store
 * removed is never taken for what never was.
 *
 * @throws StreamIncomplete naming the first revision that is missing
 */
export function requireWhole(
  stream: StreamId,
  fromRevision: number,
  slice: readonly RecordedEvent[],
): void {
  for (const [index, { revision }] of slice.entries()) {
    if (revision !== fromRevision + index) throw new StreamIncomplete(stream, fromRevision + index);
  }
}
