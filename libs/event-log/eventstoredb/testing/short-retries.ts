import type { EventStoreDouble } from '../../../../test/eventstore-double';
import { openEventStoreDbEventLog } from '..';
import type { OpenEventStoreDbEventLogOptions } from '..';

/**
 * Tests wait for events that never arrive; they need not wait as long as in production, but long enough for a store
 * that answers on a machine with other work.
 */
const SHORT_RETRIES = {
  answerMs: 3_000,
  sightingMs: 50,
  attempts: 8,
  firstPauseMs: 5,
  giveUpMs: 20_000,
  longestPauseMs: 50,
  lookAgainMs: 100,
};

export function openWithShortRetries(
  double: EventStoreDouble,
  options: Partial<OpenEventStoreDbEventLogOptions> = {},
) {
  return openEventStoreDbEventLog({ url: double.url, retryPolicy: SHORT_RETRIES, ...options });
}

/** For many faults in a row, where whoever asks repeats whatever fails: that the store is too slow is a fault like another. */
export function openImpatiently(double: EventStoreDouble) {
  const retryPolicy = { ...SHORT_RETRIES, answerMs: 300, giveUpMs: 5_000 };
  return openWithShortRetries(double, { retryPolicy });
}

/** For large amounts: on a busy machine even successful calls may take long. */
export function openWithLongRetries(double: EventStoreDouble) {
  const retryPolicy = { ...SHORT_RETRIES, answerMs: 20_000, giveUpMs: 50_000 };
  return openWithShortRetries(double, { retryPolicy });
}

/** Repeats the check until it holds. Each answer comes from another process, so this is no busy loop. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition()));
}
