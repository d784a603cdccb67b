import type { StreamId } from '../event';

/** How many streams are remembered: a few megabytes, and more than are written at the same time. */
const CAPACITY = 50_000;

/**
 * The last revision of the streams used most recently (-1: the stream does not exist). Right because one process
 * owns the file; it spares most appends, and the re-reading of a stream that has not moved, any query.
 */
export class StreamHeads {
  readonly #revisions = new Map<StreamId, number>();

  constructor(private readonly lookUp: (stream: StreamId) => number) {}

  revisionOf(stream: StreamId): number {
    const known = this.#revisions.get(stream);
    if (known !== undefined) return known;
    const revision = this.lookUp(stream);
    this.set(stream, revision);
    return revision;
  }

  set(stream: StreamId, revision: number): void {
    this.#revisions.delete(stream);
    this.#revisions.set(stream, revision);
    if (this.#revisions.size <= CAPACITY) return;
    const oldest = this.#revisions.keys().next();
    if (oldest.done !== true) this.#revisions.delete(oldest.value);
  }

  /** After a rollback: discards the revisions set during the transaction. */
  forget(): void {
    this.#revisions.clear();
  }
}
