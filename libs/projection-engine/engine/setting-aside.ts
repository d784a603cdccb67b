import type { RecordedEvent } from '#event-log';
import { Fenced, ReadModelsUnavailable } from '#read-models';
import type { ProjectionEngineOptions } from './projection-engine-options';
import type { ProjectionRun } from './projection-run';
import { SetAsideEvents } from './set-aside-events';
import type { StoreAvailability } from './store-availability';

/** Counts what is set aside while projections run, and tells it once. */
export class SettingAside {
  private readonly counted: SetAsideEvents;

  constructor(
    private readonly options: Pick<ProjectionEngineOptions, 'store' | 'onSetAside'>,
    private readonly availability: StoreAvailability,
  ) {
    this.counted = new SetAsideEvents(options.store);
  }

  /** Under the lease of any of the projections that are told the events around. */
  async count(events: readonly RecordedEvent[], [run]: Iterable<ProjectionRun>): Promise<void> {
    if (run === undefined) return;
    try {
      await this.availability.persist(async () => {
        const added = await this.counted.add(events, run.owner);
        if (added.length > 0) this.options.onSetAside?.(added);
      });
    } catch (error) {
      // Another process has taken the projection over, and counts them; or this one stops.
      if (!(error instanceof Fenced) && !(error instanceof ReadModelsUnavailable)) throw error;
    }
  }
}
