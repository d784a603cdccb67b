import { BACKWARDS, END, FORWARDS } from '@eventstore/db-client';
import type { ReadStreamOptions } from '@eventstore/db-client';
import { LogUnavailable, StreamIncomplete } from '../errors';
import type { StreamId } from '../event';
import type { Direction } from '../event-log.port';
import { isAccessDenied, isNoStream, isTombstoned } from './classify';
import { unavailable } from './errors';
import type { OurStreams } from './our-streams';
import type { StoreReads, Taking } from './store-reads';
import { ourEvent, type OurEvent } from './stored-event';

const NO_EVENTS: readonly OurEvent[] = [];

/** In the metadata of a stream whose beginning, or all, was removed. */
const TRUNCATED_BEFORE = '$tb';

/** Reads of one stream. */
export class StreamReads {
  constructor(
    private readonly reads: StoreReads,
    private readonly streams: OurStreams,
  ) {}

  async slice(
    stream: StreamId,
    fromRevision: number | 'end',
    direction: Direction,
    maxCount: number,
  ): Promise<readonly OurEvent[]> {
    if (maxCount <= 0 || (fromRevision === 'end' && direction === 'forwards')) return NO_EVENTS;
    const found = await this.#read(stream, fromRevision, direction, maxCount);
    if (found.length > 0 || direction === 'forwards' || fromRevision === 'end') return found;
    // Backwards from beyond the end: whether the store begins at the end then was not observed.
    const [last] = await this.#read(stream, 'end', 'backwards', 1);
    if (last === undefined || last.event.revision > fromRevision) return NO_EVENTS;
    return this.#read(stream, 'end', 'backwards', maxCount);
  }

  /** -1 for a stream that does not exist. */
  async lastRevision(stream: StreamId): Promise<number> {
    const [last] = await this.#read(stream, 'end', 'backwards', 1);
    return last?.event.revision ?? -1;
  }

  async #read(
    stream: StreamId,
    fromRevision: number | 'end',
    direction: Direction,
    maxCount: number,
  ): Promise<readonly OurEvent[]> {
    const name = this.streams.nameInStore(stream);
    const options: ReadStreamOptions = {
      direction: direction === 'forwards' ? FORWARDS : BACKWARDS,
      fromRevision: fromRevision === 'end' ? END : BigInt(fromRevision),
      maxCount: Math.min(maxCount, Number.MAX_SAFE_INTEGER),
      requiresLeader: true,
    };
    try {
      return await this.reads.run(
        (client) => client.readStream(name, options),
        () => this.#taking(stream, direction),
      );
    } catch (error) {
      if (isTombstoned(error)) throw new StreamIncomplete(stream, 0);
      if (isNoStream(error)) {
        await this.#requireNeverDeleted(stream);
        return NO_EVENTS;
      }
      throw unavailable(`Reading ${stream} failed`, error);
    }
  }

  /**
   * A stream that was deleted reads like one that never was, and takes events as if it were new. Only its metadata
   * tells, with the revision before which everything is gone.
   *
   * @throws StreamIncomplete
   */
  async #requireNeverDeleted(stream: StreamId): Promise<void> {
    const name = `$$${this.streams.nameInStore(stream)}`;
    const options = { direction: BACKWARDS, fromRevision: END, maxCount: 1 } as const;
    const isTruncated = await this.reads
      .run((client) => client.readStream(name, options), takingTruncation)
      .catch((error: unknown) => {
        // Without the right to look, nobody can tell.
        if (isNoStream(error) || isAccessDenied(error)) return false;
        throw unavailable(`Reading ${stream} failed`, error);
      });
    if (isTruncated) throw new StreamIncomplete(stream, 0);
  }

  /** An event that comes twice is taken once; one that is missing is never passed over. */
  #taking(stream: StreamId, direction: Direction): Taking<readonly OurEvent[]> {
    const events: OurEvent[] = [];
    const step = direction === 'forwards' ? 1 : -1;
    const take: Taking<unknown>['take'] = (stored) => {
      const found = ourEvent(stored, this.streams);
      if (found === undefined) return 'more';
      const last = events.at(-1)?.event.revision;
      const { revision } = found.event;
      if (last !== undefined && (revision - last) * step <= 0) return 'more';
      if (last !== undefined && revision !== last + step) {
        throw new LogUnavailable(`The store left out events of ${stream} behind ${last}`);
      }
      events.push(found);
      return 'more';
    };
    return { take, result: () => events };
  }
}

/** Whether the last of a stream's metadata says that something was removed. */
function takingTruncation(): Taking<boolean> {
  let isTruncated = false;
  return {
    take: ({ data }) => {
      isTruncated = typeof data === 'object' && TRUNCATED_BEFORE in data;
      return 'enough';
    },
    result: () => isTruncated,
  };
}
