import { toPosition } from '#event-log';
import type { EventLog } from '#event-log';
import type { Checkpoint } from '#read-models';
import { MadeFromAnotherLog } from './errors';
import type { ProjectionRun } from './projection-run';

/**
 * Refuses to go on from a checkpoint that is not one of this log. New events would be passed over without a word, up to
 * the place that the checkpoint names, and what is counted would include events that are not there.
 *
 * @throws {MadeFromAnotherLog}
 */
async function assertMadeFrom(
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

/** Tells the runs that cannot go on on this log. */
export async function eachMadeFrom(
  log: Pick<EventLog, 'readAllSlice'>,
  runs: Iterable<ProjectionRun>,
  onOther: (run: ProjectionRun, error: MadeFromAnotherLog) => void,
): Promise<void> {
  for (const run of runs) {
    try {
      await assertMadeFrom(log, run.checkpoint);
    } catch (error) {
      if (!(error instanceof MadeFromAnotherLog)) throw error;
      onOther(run, error);
    }
  }
}
