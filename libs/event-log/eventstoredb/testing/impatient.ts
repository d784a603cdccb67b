import type { EventStoreDouble } from '../../../../test/eventstore-double';
import { openEventStoreDbEventLog } from '../index';
import type { OpenEventStoreDbEventLogOptions } from '../index';

/** Tests wait for what never comes; they need not wait as long as people do. */
const IMPATIENT = {
  answerMs: 300,
  sightingMs: 50,
  attempts: 8,
  firstPauseMs: 5,
  giveUpMs: 5_000,
  longestPauseMs: 50,
  lookAgainMs: 100,
};

export function openImpatient(
  double: EventStoreDouble,
  options: Partial<OpenEventStoreDbEventLogOptions> = {},
) {
  return openEventStoreDbEventLog({ url: double.url, patience: IMPATIENT, ...options });
}

/** For much at once: on a busy machine even what does come may take its time. */
export function openPatient(double: EventStoreDouble) {
  const patience = { ...IMPATIENT, answerMs: 20_000, giveUpMs: 50_000 };
  return openImpatient(double, { patience });
}

/** Asks again until the answer is yes. Each answer comes from another process: this is no busy loop. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo()));
}
