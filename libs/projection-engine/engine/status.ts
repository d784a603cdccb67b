import type { LeftOutEvent, StoppedAt } from './version-notes';

export interface ProjectionState {
  /**
   * `CATCHING_UP`: readers do not see this version yet. `WAITING`: the store is unavailable; it
   * continues when the store is back. `PAUSED`: an operator paused its building. `STOPPED`: it
   * does not continue without an operator.
   */
  readonly state: 'RUNNING' | 'CATCHING_UP' | 'WAITING' | 'PAUSED' | 'STOPPED';
  readonly error?: string;
  /** The event that it cannot apply, if it stopped at one. */
  readonly stoppedAt?: StoppedAt;
}

/**
 * Which process keeps a projection up to date. `OWNED`: this one. `STANDING_BY`: another, from which this one
 * takes over when it ends or stalls. `ELSEWHERE`: another, and this one only reads. `NOBODY`: none at present.
 */
export type ProjectionOwnership = 'OWNED' | 'STANDING_BY' | 'ELSEWHERE' | 'NOBODY';

export interface ProjectionStatus extends ProjectionState {
  readonly name: string;
  readonly version: number;
  readonly ownership: ProjectionOwnership;
  /** Of the last event applied; absent before the first. */
  readonly position?: bigint;
  /** Of the log, since its beginning. */
  readonly eventsApplied: number;
  /** Exact. */
  readonly eventsBehind: number;
  /** Age of the oldest event not yet applied. */
  readonly secondsBehind: number;
  /** Estimated, while a version is being built by the process that is asked. */
  readonly secondsLeft?: number;
  /** The events that it does without, since it could not apply them. */
  readonly leftOut: readonly LeftOutEvent[];
}
