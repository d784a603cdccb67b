import type { EventLog, Position, RecordedEvent } from '#event-log';
import { toPosition } from '#event-log';
import type { RecordedFact } from '../runner/projection';
import type { Continuity } from './continuity';
import type { ProjectionRun } from './projection-run';

export interface PassHooks {
  readonly onApplied: (run: ProjectionRun) => void;
  readonly onStopped: (run: ProjectionRun, error: unknown) => void;
}

/** One reading of the log for several projections. */
export class Pass {
  private position: Position | 'start';

  constructor(
    private readonly log: EventLog,
    private readonly continuity: Continuity,
    private readonly runs: Set<ProjectionRun>,
    private readonly hooks: PassHooks,
  ) {
    const positions = [...runs].map(({ position }) => position);
    const lowest = positions.reduce((a, b) => (a < b ? a : b), positions[0] ?? 0n);
    this.position = lowest === 0n ? 'start' : toPosition(lowest);
  }

  get through(): Position | 'start' {
    return this.position;
  }

  get isEmpty(): boolean {
    return this.runs.size === 0;
  }

  /** Reads and applies the next events; answers whether there were any. */
  async advance(maxCount: number): Promise<boolean> {
    const events = await this.log.readAllSlice({ after: this.position, maxCount });
    if (events.length === 0) return false;
    await this.apply(events);
    return true;
  }

  async apply(events: readonly RecordedEvent[]): Promise<void> {
    const last = events.at(-1);
    if (last === undefined) return;
    let revisions: ReadonlyMap<string, number>;
    try {
      revisions = await this.continuity.check(events);
    } catch (error) {
      for (const run of this.runs) this.stop(run, error);
      throw error;
    }
    // Upcasting has brought every event to a shape of the catalogue, or refused it.
    const facts = events as readonly RecordedFact[];
    for (const run of this.runs) {
      try {
        await run.apply(facts);
        this.hooks.onApplied(run);
      } catch (error) {
        this.stop(run, error);
      }
      await othersFirst();
    }
    await this.continuity.save(revisions);
    this.position = last.position;
  }

  private stop(run: ProjectionRun, error: unknown): void {
    this.runs.delete(run);
    this.hooks.onStopped(run, error);
  }
}

/** Lets requests be answered between two projections of a long batch. */
function othersFirst(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
