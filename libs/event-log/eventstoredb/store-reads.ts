import { setTimeout as elapsed } from 'node:timers/promises';
import type {
  EventStoreDBClient,
  RecordedEvent as StoreEvent,
  ResolvedEvent,
  StreamingRead,
} from '@eventstore/db-client';
import { LogUnavailable } from '../errors';
import { isLasting } from './classify';
import { factsOf, unavailable } from './errors';
import { pauseBefore, type RetryPolicy } from './retry-policy';
import { readThrough } from './read-through';
import type { RenewableClient } from './renewable-client';
import { Slots } from './slots';

/** A connection carries 100 calls; beyond them they hang without a word. Room is left for the long-lived ones. */
const READS_AT_THE_SAME_TIME = 64;

/** How long to wait, in milliseconds, for a store that was silent and has said nothing since. */
const ONCE_SILENT_MS = 1_000;

type Open = (client: EventStoreDBClient) => StreamingRead<Pick<ResolvedEvent, 'event'>>;

/** Begins to take anew at each try, so that no try sees what an earlier one left behind. */
export interface Taking<T> {
  readonly take: (event: StoreEvent) => 'more' | 'enough';
  readonly result: () => T;
}

/** Says nothing about the store: asking again tells. */
class CutOff extends Error {
  override readonly name = 'CutOff';
}

/** Runs reads, each again if that may help. */
export class StoreReads {
  readonly #slots = new Slots(READS_AT_THE_SAME_TIME);
  #closed = false;
  #isSilent = false;

  constructor(
    private readonly client: RenewableClient,
    private readonly retryPolicy: RetryPolicy,
  ) {}

  close(): void {
    this.#closed = true;
  }

  /** @throws LogUnavailable, or what the store said when asking again would not change it */
  async run<T>(open: Open, begin: () => Taking<T>): Promise<T> {
    const begun = performance.now();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#slots.run(1, () => this.#once(open, begin()));
      } catch (error) {
        if (isLasting(error)) throw error;
        // One that is cut off by others again and again is not to wait as long as all of them.
        const isOver =
          attempt >= this.retryPolicy.attempts ||
          performance.now() - begun > this.retryPolicy.answerMs;
        if (this.#closed || isOver || isSilence(error)) throw unavailable('Reading failed', error);
      }
      await elapsed(pauseBefore(attempt, this.retryPolicy));
    }
  }

  async #once<T>(open: Open, { take, result }: Taking<T>): Promise<T> {
    const client = this.client.current;
    const { answerMs } = this.retryPolicy;
    const waitMs = this.#isSilent ? Math.min(answerMs, ONCE_SILENT_MS) : answerMs;
    try {
      await readThrough(open(client), take, waitMs);
    } catch (error) {
      this.#isSilent = isSilence(error);
      const { type, code } = factsOf(error);
      if (type === undefined && code === undefined) this.client.renew(client);
      throw error;
    }
    // A read that was cut off by the closing of its client ends as if there were no more.
    if (this.#closed) throw new LogUnavailable('The event log is closed');
    if (client !== this.client.current) throw new CutOff('Another call gave up on the client');
    this.#isSilent = false;
    return result();
  }
}

/** After one wait for a silent store, later reads do not wait again. */
function isSilence(error: unknown): boolean {
  return error instanceof LogUnavailable;
}
