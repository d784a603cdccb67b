import type { Checkpoint } from '#read-models';
import type { Projection } from '../runner';
import type { LagOf } from './lag';
import type { ProjectionOwnership, ProjectionStatus } from './status';

/** What the store told of one projection. */
export interface StoredStatus {
  readonly checkpoint: Checkpoint | undefined;
  readonly ownership: ProjectionOwnership;
  readonly isActive: boolean;
}

/** Before the store has told anything. */
export const NO_STATUS: StoredStatus = {
  checkpoint: undefined,
  ownership: 'NOBODY',
  isActive: false,
};

/** What is known of a projection, and why no more is if the store is away. */
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
