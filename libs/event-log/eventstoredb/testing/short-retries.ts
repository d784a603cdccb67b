import type { EventStoreDouble } from '../../../../test/eventstore-double';
import { openEventStoreDbEventLog } from '..';
import type { OpenEventStoreDbEventLogOptions } from '..';

/** Tests wait for what never comes; they need not wait as long as people do. */
const SHORT_RETRIES = {
  answerMs: 300,
  sightingMs: 50,
  attempts: 8,
  firstPauseMs: 5,
  giveUpMs: 5_000,
  longestPauseMs: 50,
  lookAgainMs: 100,
};

export function openWithShortRetries(
  double: EventStoreDouble,
  options: Partial<OpenEventStoreDbEventLogOptions> = {},
) {
  return openEventStoreDbEventLog({ url: double.url, retryPolicy: SHORT_RETRIES, ...options });
}

/** For much at once: on a busy machine even what does come may take its time. */
export function openWithLongRetries(double: EventStoreDouble) {
  const retryPolicy = { ...SHORT_RETRIES, answerMs: 20_000, giveUpMs: 50_000 };
  return openWithShortRetries(double, { retryPolicy });
}

/** Asks again until the answer is yes. Each answer comes from another process: this is no busy loop. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition()));
}
