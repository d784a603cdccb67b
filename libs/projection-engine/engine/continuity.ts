import type { EventLog, Position, RecordedEvent } from '#event-log';
import { StreamGap } from './errors';

export interface ContinuityOptions {
  readonly log: Pick<EventLog, 'readStreamSlice'>;
  /** Where the reading begins: everything before it was checked by an earlier reading. */
  readonly after: Position | 'start';
  /** Streams whose last revision is kept in memory, at least. */
  readonly maxKnown?: number;
}

/** Concurrent requests to the log about single streams. */
const AT_ONCE = 16;

/**
 * Checks that every stream's revisions arrive without gaps. For a stream not seen before, the log
 * is asked for the preceding event, so readings need to share nothing.
 */
export class Continuity {
  private recent = new Map<string, number>();
  private older = new Map<string, number>();
  /** The position up to which this reading or an earlier one has read. */
  private through: bigint;
  private hasForgotten = false;

  constructor(private readonly options: ContinuityOptions) {
    this.through = options.after === 'start' ? -1n : options.after;
  }

  /** @throws {StreamGap} */
  async check(events: readonly RecordedEvent[]): Promise<void> {
    await this.recall(events);
    for (const { stream, revision, position } of events) {
      const seen = this.seen(stream) ?? -1;
      if (revision > seen + 1) throw new StreamGap(stream, seen + 1, revision);
      if (revision > seen) this.recent.set(stream, revision);
      this.through = position;
    }
    const { maxKnown = 100_000 } = this.options;
    if (this.recent.size < maxKnown) return;
    this.hasForgotten ||= this.older.size > 0;
    this.older = this.recent;
    this.recent = new Map();
  }

  private async recall(events: readonly RecordedEvent[]): Promise<void> {
    // From the start, every stream begins at its own.
    if (this.options.after === 'start' && !this.hasForgotten) return;
    const firsts = new Map<string, number>();
    for (const { stream, revision } of events) {
      if (this.seen(stream) === undefined && !firsts.has(stream)) firsts.set(stream, revision);
    }
    const unknown = [...firsts].filter(([, revision]) => revision > 0);
    for (let from = 0; from < unknown.length; from += AT_ONCE) {
      await Promise.all(
        unknown.slice(from, from + AT_ONCE).map((first) => this.recallStream(first)),
      );
    }
  }

  private async recallStream([stream, revision]: readonly [string, number]): Promise<void> {
    const [before] = await this.options.log.readStreamSlice(stream, revision - 1, { maxCount: 1 });
    if (before !== undefined && before.position <= this.through) {
      this.recent.set(stream, before.revision);
    }
  }

  private seen(stream: string): number | undefined {
    return this.recent.get(stream) ?? this.older.get(stream);
  }
}
