import { setTimeout as elapsed } from 'node:timers/promises';
import { LogUnavailable } from '#event-log';
import { LONGEST_MS } from './retry-while';
import type { Pass } from './pass';
import type { ProjectionRun } from './projection-run';

export interface FollowingOptions {
  readonly signal: AbortSignal;
  /** A reading of the log for the runs, which ends when the signal is given. */
  readonly reading: (runs: Set<ProjectionRun>, signal: AbortSignal) => Pick<Pass, 'follow'>;
  /** Called with an error outside a projection's own work; it stops all runs. */
  readonly onFailed: (runs: Set<ProjectionRun>, error: unknown) => void;
}

/**
 * The one reading of live events for all runs. When a run joins, the reading restarts from the
 * run that is furthest behind: the others skip what they have applied.
 */
export class Following {
  readonly runs = new Set<ProjectionRun>();
  private turn = new AbortController();
  private joined = Promise.withResolvers<void>();

  constructor(private readonly options: FollowingOptions) {
    options.signal.addEventListener('abort', () => {
      this.joined.resolve();
    });
  }

  join(runs: Iterable<ProjectionRun>): void {
    for (const run of runs) this.runs.add(run);
    this.turn.abort();
    this.joined.resolve();
  }

  /** Ends with the signal. */
  async run(): Promise<void> {
    const { signal, reading, onFailed } = this.options;
    while (!signal.aborted) {
      this.turn = new AbortController();
      this.joined = Promise.withResolvers();
      if (this.runs.size === 0) {
        await this.joined.promise;
        continue;
      }
      const either = AbortSignal.any([signal, this.turn.signal]);
      try {
        await reading(this.runs, either).follow();
      } catch (error) {
        if (either.aborted) continue;
        // The log became unavailable in the middle of a batch: the events not applied yet are read again.
        if (error instanceof LogUnavailable) await pause(either);
        else onFailed(this.runs, error);
      }
    }
  }
}

async function pause(signal: AbortSignal): Promise<void> {
  await elapsed(LONGEST_MS, undefined, { signal }).catch(() => undefined);
}
