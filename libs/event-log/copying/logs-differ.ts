import type { RecordedEvent } from '../event';

/** The copy is none of this log. Events as `stream@revision id`. */
export class LogsDiffer extends Error {
  override readonly name = 'LogsDiffer';

  constructor(
    /** How many events, from the first, are the same. */
    readonly same: number,
    readonly original: RecordedEvent | undefined,
    readonly copy: RecordedEvent | undefined,
  ) {
    super(
      `The logs are the same for ${same} events; then one has ${nameOf(original)}, the copy ${nameOf(copy)}`,
    );
  }
}

function nameOf(event: RecordedEvent | undefined): string {
  return event === undefined ? 'no more' : `${event.stream}@${event.revision} ${event.id}`;
}

/** In everything but its position, which each store gives by itself. */
export function isCopy(original: RecordedEvent, copy: RecordedEvent): boolean {
  return contentOf(original) === contentOf(copy);
}

function contentOf(event: RecordedEvent): string {
  const { stream, revision, id, type, schemaVersion, recordedAt, data, metadata } = event;
  return JSON.stringify([stream, revision, id, type, schemaVersion, recordedAt, data, metadata]);
}
