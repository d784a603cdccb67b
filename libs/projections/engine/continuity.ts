import type { RecordedEvent } from '#event-log';
import type { DocumentStore, Ownership } from '#read-models';
import { StreamGap } from './errors';

export interface ContinuityOptions {
  readonly store: DocumentStore;
  /** Under which the revisions are kept, for all readings of the log together. */
  readonly owner: Ownership;
  /** The reading begins at the first event there is: a stream never seen has to begin at its own. */
  readonly fromStart: boolean;
  readonly maxKnown?: number;
}

/** Checks that every stream's revisions arrive without gaps (architecture, decision 9). */
export class Continuity {
  private readonly known = new Map<string, number>();
  private knowsAll: boolean;

  constructor(private readonly options: ContinuityOptions) {
    this.knowsAll = options.fromStart;
  }

  /**
   * Keeps what was seen before anything is applied: after a crash the revisions may be ahead of what
   * was applied, and the events come again, but never behind, which would look like a gap.
   * @throws {StreamGap}
   */
  async check(events: readonly RecordedEvent[]): Promise<void> {
    await this.recall(events);
    const latest = new Map<string, number>();
    for (const { stream, revision } of events) {
      const seen = this.known.get(stream) ?? -1;
      if (revision > seen + 1) throw new StreamGap(stream, seen + 1, revision);
      if (revision > seen) {
        this.known.set(stream, revision);
        latest.set(stream, revision);
      }
    }
    const { store, owner, maxKnown = 100_000 } = this.options;
    try {
      await store.revisions(owner.projection).save(latest, owner);
    } catch (error) {
      // What may not have been kept is checked and kept when the events come again.
      this.forget();
      throw error;
    }
    if (this.known.size > maxKnown) this.forget();
  }

  private forget(): void {
    this.known.clear();
    this.knowsAll = false;
  }

  private async recall(events: readonly RecordedEvent[]): Promise<void> {
    if (this.knowsAll) return;
    const unknown = new Set<string>();
    for (const { stream } of events) if (!this.known.has(stream)) unknown.add(stream);
    const { store, owner } = this.options;
    const stored = await store.revisions(owner.projection).load(unknown);
    for (const [stream, revision] of stored) this.known.set(stream, revision);
  }
}
