import type { RecordedEvent as StoreEvent } from '@eventstore/db-client';
import type { StreamId } from '../event';
import type { OurStreams } from './our-streams';
import { ourEvent, positionOf, type OurEvent } from './stored-event';

/** The events of one append, as they arrive on the subscription. */
class Sighting {
  readonly #events: OurEvent[] = [];
  readonly #outcome = Promise.withResolvers<readonly OurEvent[] | undefined>();

  constructor(
    private readonly first: number,
    private readonly count: number,
  ) {}

  /** Events that came before, or are told twice, are not looked for. */
  see(event: OurEvent): void {
    if (event.event.revision !== this.first + this.#events.length) return;
    if (this.#events.length === this.count) return;
    this.#events.push(event);
    if (this.#events.length === this.count) this.#outcome.resolve(this.#events);
  }

  miss(): void {
    this.#outcome.resolve(undefined);
  }

  get isComplete(): boolean {
    return this.#events.length === this.count;
  }

  get outcome(): Promise<readonly OurEvent[] | undefined> {
    return this.#outcome.promise;
  }
}

/**
 * Lets appends see their own events come by on the live subscription, where they carry what the store's answer does
 * not: when they were recorded and, by their mark, by which call. That spares reading them. Whatever does not come
 * by is read, so nothing hangs on the subscription but the time it takes.
 */
export class Sightings {
  readonly #awaited = new Map<StreamId, Sighting>();
  #isLive = false;
  #through = -1n;

  constructor(
    private readonly streams: OurStreams,
    private readonly patienceMs: number,
  ) {}

  /** From now on the subscription delivers all that is appended. */
  begin(): void {
    this.#isLive = true;
    this.#through = -1n;
  }

  /** The subscription ended: waiting appends have to read. */
  end(): void {
    this.#isLive = false;
    for (const sighting of this.#awaited.values()) sighting.miss();
    this.#awaited.clear();
  }

  see(stored: StoreEvent): void {
    this.#isLive = true;
    this.#through = positionOf(stored);
    const stream = this.streams.ownStream(stored.streamId);
    const sighting = stream === undefined ? undefined : this.#awaited.get(stream);
    const event = sighting && ourEvent(stored, this.streams);
    if (event !== undefined) sighting?.see(event);
  }

  /**
   * Sends an append whose events are to be seen: nothing else may append to the stream from this process meanwhile.
   *
   * @param send gives the position that the store acknowledged; nothing, if it did not
   * @returns the events of the append, or nothing when they have to be read
   */
  async during(
    stream: StreamId,
    { first, count }: { readonly first: number; readonly count: number },
    send: () => Promise<bigint | undefined>,
  ): Promise<readonly OurEvent[] | undefined> {
    // What was sent before the subscription lives may be told or not.
    if (!this.#isLive) {
      await send();
      return undefined;
    }
    const sighting = new Sighting(first, count);
    this.#awaited.set(stream, sighting);
    try {
      const position = await send();
      return position === undefined ? undefined : await this.#outcome(sighting, position);
    } finally {
      this.#awaited.delete(stream);
    }
  }

  async #outcome(sighting: Sighting, position: bigint): Promise<readonly OurEvent[] | undefined> {
    // A repetition: what it was acknowledged with lies further back.
    if (!sighting.isComplete && position <= this.#through) return undefined;
    const timer = setTimeout(() => {
      // It may be dead and not know it: nobody else is to wait for it in vain.
      this.#isLive = false;
      sighting.miss();
    }, this.patienceMs);
    try {
      return await sighting.outcome;
    } finally {
      clearTimeout(timer);
    }
  }
}
