import type {
  ResolvedEvent,
  RecordedEvent as StoreEvent,
  StreamingRead,
} from '@eventstore/db-client';
import { LogUnavailable } from '../errors';

const quietly = (): void => {};

/**
 * Hands over the events of one read until it ends or `take` has enough. Then the call is cancelled and what is on
 * its way runs out: leaving the loop alone would let the server go on sending, and a call whose end nobody reads
 * is one that the client waits for when it is closed.
 *
 * @param answerMs how long to wait for the next event, as neither client nor server limits a read
 * @throws what the client throws, and LogUnavailable when the store fell silent
 */
export async function readThrough(
  read: StreamingRead<Pick<ResolvedEvent, 'event'>>,
  take: (event: StoreEvent) => 'more' | 'enough',
  answerMs: number,
): Promise<void> {
  // An error that comes when the loop is over finds no listener otherwise, and ends the process.
  read.on('error', quietly);
  let isEnough = false;
  const timer = setTimeout(() => {
    read.destroy(
      isEnough ? undefined : new LogUnavailable(`The store sent nothing for ${answerMs} ms`),
    );
  }, answerMs);
  try {
    for await (const { event } of read) {
      timer.refresh();
      if (isEnough || event === undefined) continue;
      isEnough = take(event) === 'enough';
      if (isEnough) read.cancel().catch(quietly);
    }
  } catch (error) {
    if (!isEnough) throw error;
  } finally {
    clearTimeout(timer);
    read.cancel().catch(quietly);
  }
}
