import { randomUUID } from 'node:crypto';
import { setTimeout as elapsed } from 'node:timers/promises';
import { NO_STREAM } from '@eventstore/db-client';
import type { EventData } from '@eventstore/db-client';
import { EventTooLarge, LogUnavailable, WrongExpectedRevision } from '../errors';
import type { RecordedEvent, StreamId } from '../event';
import type { AppendReceipt, ExpectedRevision } from '../event-log.port';
import { MAX_APPEND_BYTES, type SerialisedEvent } from '../serialise-append';
import { classifyAppend } from './classify';
import { unavailable } from './errors';
import type { OurStreams } from './our-streams';
import { pauseBefore, type RetryPolicy } from './retry-policy';
import type { RenewableClient } from './renewable-client';
import type { Sightings } from './sightings';
import { Slots } from './slots';
import { toStore, type OurEvent } from './stored-event';
import type { StreamReads } from './stream-reads';

/**
 * Bytes sent and not answered. When a connection breaks with more than the server's window (786,432) unsent, the
 * client rejects promises that nobody holds, which ends the process.
 */
const MOST_BYTES_IN_FLIGHT = 700 * 1_024;

/** What the wire adds to each event, roughly. */
const OVERHEAD_BYTES = 256;

export interface Append {
  readonly stream: StreamId;
  readonly expected: ExpectedRevision;
  readonly events: readonly SerialisedEvent[];
  readonly recordedAt: string | undefined;
}

export interface AppendAttemptsParts {
  readonly client: RenewableClient;
  readonly reads: StreamReads;
  readonly streams: OurStreams;
  readonly sightings: Sightings;
  readonly retryPolicy: RetryPolicy;
}

/** The receipt of an append, and its events as they are stored. */
export interface Stored {
  readonly receipt: AppendReceipt;
  readonly events: readonly RecordedEvent[];
}

/** The events stored at the revisions of the append. */
type Place =
  | { readonly kind: 'ours'; readonly stored: Stored }
  | { readonly kind: 'taken' }
  | { readonly kind: 'free' };

interface Failed {
  readonly error: unknown;
}

interface Sent {
  readonly failed: Failed | undefined;
  readonly seen: readonly OurEvent[] | undefined;
}

/** Thrown by our own timer. */
class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly type = 'no-answer';
}

/**
 * Appends until the outcome is known. An append on an exact revision may be repeated: the store stores it once.
 * Whatever the store says or does not say, what counts is what the stream holds afterwards, seen as it comes by or
 * read; that also tells when the log recorded it, and by a mark of this call whether this call did.
 */
export class AppendAttempts {
  readonly #inFlight = new Slots(MOST_BYTES_IN_FLIGHT);

  constructor(private readonly parts: AppendAttemptsParts) {}

  /** @throws WrongExpectedRevision, EventTooLarge, LogUnavailable */
  async append(append: Append): Promise<Stored> {
    const { retryPolicy } = this.parts;
    const mark = randomUUID();
    const events = append.events.map((event) =>
      toStore(event, { append: mark, recordedAt: append.recordedAt }),
    );
    const begun = performance.now();
    let mayBeStored = false;
    for (let attempt = 1; ; attempt += 1) {
      const { failed, seen } = await this.#sendAndWatch(append, events);
      const failure = failed === undefined ? undefined : classifyAppend(failed.error);
      mayBeStored ||= failure === undefined || failure === 'unknown';
      if (failure === 'too-large') throw new EventTooLarge(sizeOf(append), MAX_APPEND_BYTES);
      if (failure === 'refused') throw unavailable('The store refused the append', failed?.error);
      if (failure !== 'not-sent') {
        const place = placeOf(append, mark, seen ?? (await this.#read(append, mayBeStored)));
        if (place.kind === 'ours') return place.stored;
        if (place.kind === 'taken' || failure === 'wrong-revision') {
          throw await this.#wrongRevision(append, mayBeStored);
        }
      }
      const isOver =
        attempt >= retryPolicy.attempts || performance.now() - begun > retryPolicy.giveUpMs;
      if (isOver) {
        throw unavailable(
          `Appending to ${append.stream} failed`,
          failed?.error ?? new LogUnavailable('it was acknowledged, but is not there'),
          mayBeStored ? 'unknown' : 'not-stored',
        );
      }
      await elapsed(pauseBefore(attempt, retryPolicy));
    }
  }

  /** What the store refused or did not answer, or the events as they came by if they did. */
  async #sendAndWatch(append: Append, events: readonly EventData[]): Promise<Sent> {
    let failed: Sent['failed'];
    const send = async (): Promise<bigint | undefined> => {
      const answer = await this.#send(append, events);
      if (typeof answer === 'bigint') return answer;
      failed = answer;
      return undefined;
    };
    const awaited = { first: firstRevisionOf(append), count: events.length };
    const seen = await this.parts.sightings.during(append.stream, awaited, send);
    return { failed, seen };
  }

  /** Sends it once; the position of its last event when the store acknowledged it. */
  async #send(append: Append, events: readonly EventData[]): Promise<bigint | Failed> {
    const { client: clients, streams, retryPolicy } = this.parts;
    return this.#inFlight.run(bytesOf(append), async () => {
      const client = clients.current;
      const answer = client.appendToStream(streams.nameInStore(append.stream), [...events], {
        expectedRevision: append.expected === 'no-stream' ? NO_STREAM : BigInt(append.expected),
        deadline: retryPolicy.answerMs,
        requiresLeader: true,
      });
      try {
        const { position } = await answeredWithin(answer, retryPolicy.answerMs);
        return position?.commit ?? 0n;
      } catch (error) {
        // Both leave the client in a state that it does not get out of by itself.
        const isStuck = error instanceof NoAnswer || classifyAppend(error) === 'not-sent';
        if (isStuck) clients.renew(client);
        return { error };
      }
    });
  }

  /** What the stream holds where the events belong. */
  async #read(append: Append, mayBeStored: boolean): Promise<readonly OurEvent[]> {
    const { stream, events } = append;
    return this.#reading(mayBeStored, () =>
      this.parts.reads.slice(stream, firstRevisionOf(append), 'forwards', events.length),
    );
  }

  async #wrongRevision(
    { stream, expected }: Append,
    mayBeStored: boolean,
  ): Promise<WrongExpectedRevision> {
    const head = await this.#reading(mayBeStored, () => this.parts.reads.lastRevision(stream));
    return new WrongExpectedRevision(stream, expected, head < 0 ? 'no-stream' : head);
  }

  /** A failure to look leaves open what became of the append. */
  async #reading<T>(mayBeStored: boolean, read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      throw unavailable(
        'What became of the append could not be read',
        error,
        mayBeStored ? 'unknown' : 'not-stored',
      );
    }
  }
}

function firstRevisionOf({ expected }: Append): number {
  return expected === 'no-stream' ? 0 : expected + 1;
}

function placeOf(append: Append, mark: string, stored: readonly OurEvent[]): Place {
  const last = stored.at(-1);
  if (last === undefined) return { kind: 'free' };
  if (!isSame(stored, append)) return { kind: 'taken' };
  const receipt = receiptOf(append, last, mark);
  return { kind: 'ours', stored: { receipt, events: stored.map(({ event }) => event) } };
}

function isSame(stored: readonly OurEvent[], { events }: Append): boolean {
  return (
    stored.length === events.length &&
    events.every(({ id }, index) => id === stored[index]?.event.id)
  );
}

function receiptOf({ stream, events }: Append, last: OurEvent, mark: string): AppendReceipt {
  const { revision, position, recordedAt } = last.event;
  return {
    stream,
    firstRevision: revision - events.length + 1,
    lastRevision: revision,
    position,
    recordedAt,
    duplicate: last.append !== mark,
  };
}

function sizeOf({ events }: Append): number {
  return events.reduce((sum, { data }) => sum + Buffer.byteLength(data), 0);
}

function bytesOf({ events }: Append): number {
  return events.reduce(
    (sum, { data, metadata }) =>
      sum + Buffer.byteLength(data) + Buffer.byteLength(metadata) + OVERHEAD_BYTES,
    0,
  );
}

async function answeredWithin<T>(answer: Promise<T>, ms: number): Promise<T> {
  // It may yet be rejected, long after nobody waits for it.
  answer.catch(() => {});
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new NoAnswer(`The store gave no answer in ${ms} ms`)), ms);
  try {
    return await Promise.race([answer, promise]);
  } finally {
    clearTimeout(timer);
  }
}
