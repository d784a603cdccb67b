import { isOfNewerProgram, LogUnavailable } from '#event-log';
import type { EventLog } from '#event-log';

/** Read at the start of a service, until the first pledge: a log without one has no stream that was named otherwise. */
const SLICE = 500;
const MOST_SLICES = 40;

/**
 * Looks at the beginning of the log before anything is served, so that a service on a log that has yet to be migrated
 * does not start. What lies further on stops whoever reads it; a log that is away is looked at when it is read.
 *
 * @throws StreamNamedOtherwise
 */
export async function requireMigrated(log: Pick<EventLog, 'readAllSlice'>): Promise<void> {
  try {
    await readUntilFirstPledge(log);
  } catch (error) {
    // What a newer program recorded is in streams as they are named now, or further on.
    if (!(error instanceof LogUnavailable) && !isOfNewerProgram(error)) throw error;
  }
}

async function readUntilFirstPledge(log: Pick<EventLog, 'readAllSlice'>): Promise<void> {
  let after: Parameters<EventLog['readAllSlice']>[0] = {};
  for (let slices = 0; slices < MOST_SLICES; slices += 1) {
    const events = await log.readAllSlice({ ...after, maxCount: SLICE });
    const last = events.at(-1);
    if (last === undefined || events.some(({ type }) => type === 'PledgeRegistered')) return;
    after = { after: last.position };
  }
}
