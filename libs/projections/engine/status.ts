export interface ProjectionState {
  /**
   * `CATCHING_UP`: readers do not see this version yet. `WAITING`: the store is away, and it goes on when that is back.
   * `STOPPED`: it will not go on by itself.
   */
  readonly state: 'RUNNING' | 'CATCHING_UP' | 'WAITING' | 'STOPPED';
  readonly error?: string;
}

export interface ProjectionStatus extends ProjectionState {
  readonly name: string;
  readonly version: number;
  /** Of the last event applied; absent before the first. */
  readonly position?: bigint;
  /** Exact. */
  readonly eventsBehind: number;
  /** Age of the oldest event not yet applied. */
  readonly secondsBehind: number;
}
