import type { ProjectionRun } from './projection-run';

type Progress = Pick<ProjectionRun, 'projection' | 'checkpoint'>;

/** The speed at which projections catch up, measured from where each of them started. */
export class Pace {
  private readonly begun = new Map<string, { readonly events: number; readonly atMs: number }>();

  constructor(private readonly nowMs: () => number = () => performance.now()) {}

  begin({ projection: { name }, checkpoint }: Progress): void {
    this.begun.set(name, { events: checkpoint?.events ?? 0, atMs: this.nowMs() });
  }

  /** The seconds until it will have applied that many more events at its pace so far; `undefined` before it has one. */
  secondsLeft(
    { projection: { name }, checkpoint }: Progress,
    eventsBehind: number,
  ): number | undefined {
    const begun = this.begun.get(name);
    const applied = (checkpoint?.events ?? 0) - (begun?.events ?? 0);
    if (begun === undefined || applied <= 0) return undefined;
    const secondsPerEvent = (this.nowMs() - begun.atMs) / 1000 / applied;
    return Math.ceil(eventsBehind * secondsPerEvent);
  }
}
