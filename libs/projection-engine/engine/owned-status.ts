import type { LagOf } from './lag';
import type { Pace } from './pace';
import type { ProjectionRun } from './projection-run';
import type { ProjectionState, ProjectionStatus } from './status';

/** The status of a projection that this process owns. */
export async function statusOfOwned(
  run: ProjectionRun,
  state: ProjectionState,
  { lagOf, pace }: { readonly lagOf: LagOf; readonly pace: Pace },
): Promise<ProjectionStatus> {
  const { checkpoint, projection, leftOut } = run;
  const lag = await lagOf(checkpoint);
  const isBuilt = state.state !== 'CATCHING_UP';
  const secondsLeft = isBuilt ? undefined : pace.secondsLeft(run, lag.eventsBehind);
  return {
    name: projection.name,
    version: projection.version,
    ...state,
    ownership: 'OWNED',
    ...(checkpoint === undefined ? {} : { position: checkpoint.position }),
    eventsApplied: checkpoint?.events ?? 0,
    ...lag,
    ...(secondsLeft === undefined ? {} : { secondsLeft }),
    leftOut,
  };
}
