import { END } from '@eventstore/db-client';
import type { WakeUps } from '../wake-ups';
import type { OurStreams } from './our-streams';
import { pauseBefore, type RetryPolicy } from './retry-policy';
import type { RenewableClient } from './renewable-client';
import { factsOf } from './errors';
import type { Sightings } from './sightings';

const quietly = (): void => {};

export interface ArrivalsParts {
  readonly client: RenewableClient;
  readonly streams: OurStreams;
  readonly wakeUps: WakeUps;
  readonly sightings: Sightings;
  readonly retryPolicy: RetryPolicy;
}

/**
 * Learns that events arrive, by one live subscription for all who follow this log or append to it. Followers are
 * only woken: what they deliver, they read. So nothing hangs on this subscription but how soon; when it is dropped
 * (a server that goes, events faster than they can be told) it is taken up again, and meanwhile whoever follows
 * looks for itself, and whoever appends reads.
 */
export class Arrivals {
  readonly #stop = new AbortController();
  #isListening = false;

  constructor(private readonly parts: ArrivalsParts) {}

  /** From the first need to the end: a process that appended or followed once does it again. */
  listen(): void {
    if (this.#isListening) return;
    this.#isListening = true;
    void this.#listen(this.#stop.signal);
  }

  stop(): void {
    this.#stop.abort();
  }

  async #listen(signal: AbortSignal): Promise<void> {
    const { wakeUps, retryPolicy } = this.parts;
    let attempt = 0;
    while (!signal.aborted) {
      attempt += 1;
      const wasConfirmed = await this.#untilItEnds(signal);
      if (wasConfirmed) attempt = 1;
      // Whatever came in the meantime was told to nobody.
      wakeUps.announce();
      await pause(pauseBefore(attempt, retryPolicy), signal);
    }
  }

  /** However it ends: with an error, in order, or because nobody follows any more. */
  async #untilItEnds(signal: AbortSignal): Promise<boolean> {
    const { client: clients, streams, wakeUps, sightings } = this.parts;
    const client = clients.current;
    const subscription = client.subscribeToAll({ fromPosition: END, filter: streams.filter });
    const { promise, resolve } = Promise.withResolvers<unknown>();
    let wasConfirmed = false;
    const announce = (): void => wakeUps.announce();
    subscription.on('confirmation', () => {
      wasConfirmed = true;
      sightings.begin();
      announce();
    });
    // The listener to errors stays: one that comes late would end the process.
    subscription.on('error', resolve).on('end', resolve).on('close', resolve);
    subscription.on('data', ({ event }) => {
      if (event !== undefined) sightings.see(event);
      announce();
    });
    signal.addEventListener('abort', resolve);
    const error = await promise;
    sightings.end();
    signal.removeEventListener('abort', resolve);
    subscription.unsubscribe().catch(quietly);
    const { type, code } = factsOf(error);
    if (error instanceof Error && type === undefined && code === undefined) clients.renew(client);
    return wasConfirmed;
  }
}

/** Ends early, and without a word, when nobody follows any more. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    if (signal.aborted) done();
    else signal.addEventListener('abort', done);
  });
}
