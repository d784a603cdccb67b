import { toPosition } from '#event-log';
import type { EventLog } from '#event-log';
import type { Checkpoint } from '#read-models';
import { MadeFromAnotherLog } from './errors';

/**
 * Refuses to go on from a checkpoint that is not one of this log. New events would be passed over without a word, up to
 * the place that the checkpoint names, and what is counted would include events that are not there.
 *
 * @throws {MadeFromAnotherLog}
 */
export async function assertMadeFrom(
  log: Pick<EventLog, 'readAllSlice'>,
  checkpoint: Checkpoint | undefined,
): Promise<void> {
  if (checkpoint === undefined) return;
  const { position, recordedAt } = checkpoint;
  const before = position === 0n ? 'start' : toPosition(position - 1n);
  const [last] = await log.readAllSlice({ after: before, maxCount: 1 });
  if (last?.position !== position || last.recordedAt !== recordedAt) {
    throw new MadeFromAnotherLog(position);
  }
}
