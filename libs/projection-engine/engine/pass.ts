import type { EventLog, Position, RecordedEvent } from '#event-log';
import { toPosition } from '#event-log';
import { ReadModelsUnavailable } from '#read-models';
import { inSpan } from '#tracing';
import { Continuity } from './continuity';
import { LogSilent } from './errors';
import { yieldToRequests } from './yield-to-requests';
import type { StoreAvailability } from './store-availability';
import type { ProjectionRun } from './projection-run';
import { SetAside, toldEvents } from './told-events';
import type { ReadEvent, ToldEvent } from './told-events';

export interface PassOptions {
  readonly log: EventLog;
  readonly read: ReadEvent;
  readonly signal: AbortSignal;
  readonly availability: StoreAvailability;
  /** Projections that apply a batch at the same time. */
  readonly atATime: number;
  /** The pause between two live batches, given the duration of the last one; ends early when someone waits. */
  readonly pauseBetweenBatches: (tookMs: number) => Promise<void>;
  /** Called before each read while catching up; resolves when reading is permitted. */
  readonly permitted?: (() => Promise<void>) | undefined;
  /** Events read at once while catching up. */
  readonly batchSize?: number | undefined;
  /** Called with somebody else's events, before anything behind them is applied. */
  readonly onSetAside: (events: readonly RecordedEvent[]) => Promise<void>;
  readonly onApplied: (run: ProjectionRun) => void;
  readonly onStopped: (run: ProjectionRun, error: unknown) => void;
}

const CATCH_UP_BATCH = 5_000;
const LIVE_BATCH = 2_000;

/** One reading of the log for several projections, from the one that is furthest behind. */
export class Pass {
  private through: Position | 'start';
  private readonly continuity: Continuity;

  constructor(
    private readonly runs: ReadonlySet<ProjectionRun>,
    private readonly options: PassOptions,
  ) {
    this.through = startOf(runs);
    this.continuity = new Continuity({ log: options.log, after: this.through });
  }

  /** Applies everything recorded so far. */
  async catchUp(): Promise<void> {
    const { log, permitted, batchSize: maxCount = CATCH_UP_BATCH } = this.options;
    while (!this.isOver()) {
      await permitted?.();
      const events = await log.readAllSlice({ after: this.through, maxCount });
      if (events.length === 0) return;
      await this.apply(events);
    }
  }

  /** Applies live events until the signal is aborted or no projection is left. */
  async follow(): Promise<void> {
    if (this.isOver()) return;
    const { log, signal, pauseBetweenBatches } = this.options;
    let batch: RecordedEvent[] = [];
    for await (const message of log.subscribe({ after: this.through, signal })) {
      if (message.kind === 'event') {
        batch.push(message.event);
      }
      // A checkpoint means that more events follow at once.
      if (batch.length < LIVE_BATCH && message.kind !== 'caughtUp') continue;
      if (batch.length === 0) continue;
      const start = performance.now();
      await this.apply(batch);
      batch = [];
      if (this.isOver()) return;
      await pauseBetweenBatches(performance.now() - start);
    }
    if (!signal.aborted) throw new LogSilent();
  }

  private isOver(): boolean {
    return this.options.signal.aborted || this.runs.size === 0;
  }

  private async apply(events: readonly RecordedEvent[]): Promise<void> {
    const last = events.at(-1);
    if (last === undefined) return;
    await this.continuity.check(events);
    const told = await toldEvents(this.options.log, this.options.read, events);
    const setAside = told.filter((one) => one instanceof SetAside);
    if (setAside.length > 0) await this.options.onSetAside(setAside.map(({ event }) => event));
    const counted = { 'four_good.events': told.length, 'four_good.read_models': this.runs.size };
    await inSpan('read models: apply events', counted, () => this.applyToAll(told));
    if (!this.options.signal.aborted) this.through = last.position;
  }

  private async applyToAll(told: readonly ToldEvent[]): Promise<void> {
    const runs = this.runs.values();
    const workers = Array.from({ length: this.options.atATime }, async () => {
      for (const run of runs) await this.applyTo(run, told);
    });
    await Promise.all(workers);
  }

  private async applyTo(run: ProjectionRun, told: readonly ToldEvent[]): Promise<void> {
    const { availability, signal, onApplied, onStopped } = this.options;
    await yieldToRequests();
    if (signal.aborted) return;
    try {
      await availability.persist(() => run.apply(told));
      onApplied(run);
    } catch (error) {
      // `persist` gives up only when the service stops.
      if (!(error instanceof ReadModelsUnavailable)) onStopped(run, error);
    }
  }
}

function startOf(runs: ReadonlySet<ProjectionRun>): Position | 'start' {
  let lowest: bigint | undefined;
  for (const { checkpoint } of runs) {
    if (checkpoint === undefined) return 'start';
    if (lowest === undefined || checkpoint.position < lowest) lowest = checkpoint.position;
  }
  return lowest === undefined ? 'start' : toPosition(lowest);
}
