import type { StoredAt } from '../errors';
import type { EventId, RecordedEvent, StreamId } from '../event';
import type { StreamReads } from './stream-reads';

/** Ids kept in memory, over all streams: some 100 bytes each. */
const MOST_IDS = 200_000;

interface KnownStream {
  through: number;
  readonly places: Map<EventId, StoredAt>;
}

/**
 * Which ids a stream holds. The store takes an id that it holds already once more, as long as it comes at the
 * head: whoever appends there has to look first. What is read or appended anyway is remembered.
 */
export class KnownIds {
  readonly #streams = new Map<StreamId, KnownStream>();
  #count = 0;

  constructor(private readonly reads: StreamReads) {}

  /** Reads what is not known of a stream up to a revision, -1 for none of it. */
  async learnThrough(stream: StreamId, revision: number): Promise<void> {
    const known = this.#streams.get(stream)?.through ?? -1;
    if (known >= revision) return;
    const missing = await this.reads.slice(stream, known + 1, 'forwards', revision - known);
    this.remember(missing.map(({ event }) => event));
  }

  /** Where an id is, up to the revision that the stream is known to. */
  find(stream: StreamId, id: EventId): StoredAt | undefined {
    return this.#streams.get(stream)?.places.get(id);
  }

  /** The highest revision known; -1 for none. */
  through(stream: StreamId): number {
    return this.#streams.get(stream)?.through ?? -1;
  }

  /** Events of one stream in order; those that do not follow on what is known are of no use. */
  remember(events: readonly RecordedEvent[]): void {
    for (const { stream, revision, position, id } of events) {
      const known = this.#streams.get(stream) ?? { through: -1, places: new Map() };
      if (revision !== known.through + 1) continue;
      known.through = revision;
      known.places.set(id, { stream, revision, position });
      this.#count += 1;
      // What was used last is forgotten last.
      this.#streams.delete(stream);
      this.#streams.set(stream, known);
    }
    this.#forgetOldest();
  }

  #forgetOldest(): void {
    for (const [stream, { places }] of this.#streams) {
      if (this.#count <= MOST_IDS) return;
      this.#streams.delete(stream);
      this.#count -= places.size;
    }
  }
}
