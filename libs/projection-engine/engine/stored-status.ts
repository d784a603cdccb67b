import type { Checkpoint } from '#read-models';
import type { Projection } from '../runner';
import type { LagOf } from './lag';
import type { ProjectionOwnership, ProjectionStatus } from './status';

/** The status of one projection as the store holds it. */
export interface StoredStatus {
  readonly checkpoint: Checkpoint | undefined;
  readonly ownership: ProjectionOwnership;
  readonly isActive: boolean;
}

/** The status before the store has answered. */
export const NO_STATUS: StoredStatus = {
  checkpoint: undefined,
  ownership: 'NOBODY',
  isActive: false,
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
  const { projection, checkpoint, ownership, isActive, away } = stored;
  return {
    name: projection.name,
    version: projection.version,
    ...(away === undefined
      ? { state: isActive ? 'RUNNING' : 'CATCHING_UP' }
      : { state: 'WAITING', error: away }),
    ownership,
    ...(checkpoint === undefined ? {} : { position: checkpoint.position }),
    eventsApplied: checkpoint?.events ?? 0,
    ...(await lagOf(checkpoint)),
  };
}
