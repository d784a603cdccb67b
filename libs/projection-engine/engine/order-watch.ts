import { setTimeout as elapsed } from 'node:timers/promises';
import type { ParkedEvents } from './parked-events';
import type { ProjectionRun } from './projection-run';

export interface OrderWatchOptions {
  readonly signal: AbortSignal;
  readonly parked: Pick<ParkedEvents, 'all'>;
  /** The projections that stopped at an event here, and its id. */
  readonly stopped: () => ReadonlyMap<string, string>;
  readonly runs: () => Iterable<ProjectionRun>;
  /** The event at which a projection stopped may be left out now. */
  readonly onParked: (projection: string) => void;
  /** What the run left out is not to be left out any more. */
  readonly onRetry: (run: ProjectionRun) => void;
}

const LOOK_EVERY_MS = 500;

/** Takes notice of the orders to park events and to take them up again, while there is anything they could change. */
export class OrderWatch {
  constructor(private readonly options: OrderWatchOptions) {}

  /** Ends with the signal. */
  async run(): Promise<void> {
    const { signal } = this.options;
    for (;;) {
      await elapsed(LOOK_EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      // What is wrong with a store that does not answer is told elsewhere; the next look finds out.
      await this.look().catch(() => undefined);
    }
  }

  private async look(): Promise<void> {
    const { parked, stopped, runs, onParked, onRetry } = this.options;
    const isQuiet =
      stopped().size === 0 && [...runs()].every(({ leftOut }) => leftOut.length === 0);
    if (isQuiet) return;
    const ids = new Set((await parked.all()).map(({ event }) => event));
    for (const [projection, event] of stopped()) if (ids.has(event)) onParked(projection);
    const over = Array.from(runs()).filter((run) => run.hasToStartOver((event) => ids.has(event)));
    for (const run of over) onRetry(run);
  }
}
