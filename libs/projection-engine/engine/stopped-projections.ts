import { EventNotApplied } from './errors';
import type { ProjectionRun } from './projection-run';
import type { ProjectionStatus } from './status';
import type { StoppedAt } from './version-notes';

interface Stop {
  readonly error: string;
  readonly at?: StoppedAt;
  /** The run with its last position, if it ever started. */
  readonly run?: ProjectionRun;
}

/** The projections that this process had, and that do not go on without an operator. */
export class StoppedProjections {
  private readonly stops = new Map<string, Stop>();

  add(projection: string, error: unknown, run?: ProjectionRun): void {
    this.stops.set(projection, {
      error: error instanceof Error ? error.message : String(error),
      ...(error instanceof EventNotApplied && { at: error.at }),
      ...(run && { run }),
    });
  }

  has(projection: string): boolean {
    return this.stops.has(projection);
  }

  delete(projection: string): void {
    this.stops.delete(projection);
  }

  runOf(projection: string): ProjectionRun | undefined {
    return this.stops.get(projection)?.run;
  }

  /** Those that stopped at an event, and its id. */
  atEvents(): ReadonlyMap<string, string> {
    const events = new Map<string, string>();
    for (const [name, { at }] of this.stops) if (at !== undefined) events.set(name, at.event);
    return events;
  }

  /** The status in the store, as this process sees it. */
  seen(stored: ProjectionStatus): ProjectionStatus {
    const stop = this.stops.get(stored.name);
    if (stop === undefined) return asStoodBy(stored);
    const { error, at: stoppedAt } = stop;
    return { ...stored, state: 'STOPPED', error, ...(stoppedAt && { stoppedAt }) };
  }
}

function asStoodBy(stored: ProjectionStatus): ProjectionStatus {
  return stored.ownership === 'ELSEWHERE' ? { ...stored, ownership: 'STANDING_BY' } : stored;
}
