import type { Checkpoint } from '#read-models';
import type { Projection } from '../runner';
import type { LagOf } from './lag';
import type { ProjectionOwnership, ProjectionState, ProjectionStatus } from './status';
import type { NotesOfVersion } from './version-notes';

/** The status of one projection as the store holds it. */
export interface StoredStatus {
  readonly checkpoint: Checkpoint | undefined;
  readonly ownership: ProjectionOwnership;
  readonly isActive: boolean;
  readonly notes: NotesOfVersion;
}

/** The status before the store has answered. */
export const NO_STATUS: StoredStatus = {
  checkpoint: undefined,
  ownership: 'NOBODY',
  isActive: false,
  notes: { leftOut: [] },
};

/** The last known status of a projection, with the reason if the store is unavailable. */
export interface StoredProjectionStatus extends StoredStatus {
  readonly projection: Projection;
  readonly away?: string;
}

export async function statusOf(
  stored: StoredProjectionStatus,
  lagOf: LagOf,
): Promise<ProjectionStatus> {
  const { projection, checkpoint, ownership, notes } = stored;
  return {
    name: projection.name,
    version: projection.version,
    ...stateOf(stored),
    ownership,
    ...(checkpoint === undefined ? {} : { position: checkpoint.position }),
    eventsApplied: checkpoint?.events ?? 0,
    ...(await lagOf(checkpoint)),
    leftOut: notes.leftOut,
  };
}

function stateOf({
  checkpoint,
  ownership,
  isActive,
  notes: { stoppedAt },
  away,
}: StoredProjectionStatus): ProjectionState {
  if (away !== undefined) return { state: 'WAITING', error: away };
  // Nobody goes on, and it has not come further since.
  const isStopped =
    stoppedAt !== undefined &&
    ownership === 'NOBODY' &&
    (checkpoint?.position ?? -1n) < BigInt(stoppedAt.position);
  if (isStopped) {
    return { state: 'STOPPED', error: `${stoppedAt.reason}. ${stoppedAt.remedy}`, stoppedAt };
  }
  return { state: isActive ? 'RUNNING' : 'CATCHING_UP' };
}
