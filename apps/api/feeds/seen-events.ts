import { scopeOf } from '#domain';
import { isOurs } from '#event-log';
import type { Position, RecordedEvent } from '#event-log';
import type { Selection } from '#feeds';
import type { LoggedFact, ProjectedModels } from '#projection-engine';
import { matchesFilter, timelineEntry } from '#projections';
import type { HistoryFilter, TimelineEntry } from '#projections';
import type { Viewer } from '../access';
import { isSeenType, seenEvent } from '../queries/history/seen-event';

/** How long read models are waited for at a time, before it is looked whether the feed still goes on. */
const WAIT_MS = 2_000;

/** What tells the scope of whoever asks, and what recognition events are told with. */
const NEEDED = ['organisations', 'streaks'] as const;

/** Whom to show what. */
export interface Seeing {
  readonly filter: HistoryFilter;
  readonly viewer: () => Promise<Viewer>;
  readonly signal: AbortSignal;
  /** Read models, beside those that are always needed, that must have counted an event before it is shown. */
  readonly alsoNeeded?: readonly string[];
  /** What only the tree of now can tell. */
  readonly matchesNow?: (event: TimelineEntry, viewer: Viewer) => Promise<boolean>;
}

/** An event as somebody sees it who asked for it just now. */
export interface SeenEvent {
  readonly entry: TimelineEntry;
  readonly viewer: Viewer;
}

/** Of the events of the log, those that somebody who follows it asked for and may see. */
export class SeenEvents {
  private readonly entries = new WeakMap<RecordedEvent, TimelineEntry>();

  constructor(private readonly models: Pick<ProjectedModels, 'waitFor'>) {}

  selecting({
    filter,
    viewer,
    signal,
    alsoNeeded = [],
    matchesNow = () => Promise.resolve(true),
  }: Seeing): Required<Selection<SeenEvent>> {
    const matches = matchesFilter(filter);
    const needed = [...NEEDED, ...alsoNeeded];
    const asked = (event: RecordedEvent): TimelineEntry | undefined => {
      const recorded = this.entryOf(event);
      return recorded !== undefined && matches(recorded) ? recorded : undefined;
    };
    const select = async (event: RecordedEvent): Promise<SeenEvent | undefined> => {
      const recorded = asked(event);
      if (recorded === undefined) return undefined;
      if (!(await this.isReadable(needed, event.position, signal))) return undefined;
      const asking = await viewer();
      const { sight } = asking;
      if (!isSeenType(recorded.type, sight)) return undefined;
      if (!(await sight.sees('HISTORY', scopeOf(recorded.data)))) return undefined;
      const entry = seenEvent(recorded, sight);
      // Who sees no person cannot ask for events by one either.
      if (!matches(entry) || !(await matchesNow(entry, asking))) return undefined;
      return { entry, viewer: asking };
    };
    return { concerns: (event) => asked(event) !== undefined, select };
  }

  /** Made once for all who follow. */
  private entryOf(event: RecordedEvent): TimelineEntry | undefined {
    const known = this.entries.get(event);
    if (known !== undefined) return known;
    if (!isOurs(event)) return undefined;
    // Of ours, and the log brings it to a shape of the catalogue.
    const made = timelineEntry(event as LoggedFact);
    this.entries.set(event, made);
    return made;
  }

  /** What is not counted yet could seem to be outside of every scope. */
  private async isReadable(
    needed: readonly string[],
    position: Position,
    signal: AbortSignal,
  ): Promise<boolean> {
    for (const projection of needed) {
      while (!(await this.models.waitFor(projection, position, WAIT_MS))) {
        if (signal.aborted) return false;
      }
    }
    return !signal.aborted;
  }
}
