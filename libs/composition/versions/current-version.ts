import { inOwnStream, Upcasters } from '#event-log';
import type { RecordedEvent } from '#event-log';
import { streamOfEvent } from './stream-names';

/** None yet: every event is in its first shape, and one of a later program is refused, not misread. */
export const UPCASTERS = new Upcasters([]);

/**
 * An event of ours as this program reads it.
 *
 * @throws UnknownSchemaVersion, StreamNamedOtherwise
 */
export function inCurrentVersion(event: RecordedEvent): RecordedEvent {
  const upcast = UPCASTERS.upcast(event);
  return inOwnStream(upcast, streamOfEvent(upcast));
}
