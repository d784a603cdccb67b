import type { RecordedEvent } from '#event-log';
import type { DocumentStore, Ownership } from '#read-models';

/** An event is missing from a stream: nothing after it may be applied. */
export class StreamGap extends Error {
  override readonly name = 'StreamGap';

  constructor(stream: string, expected: number, found: number) {
    super(`Stream ${stream} goes on at revision ${found}; revision ${expected} never came`);
  }
}

/** Checks that every stream's revisions arrive without gaps (architecture, decision 9). */
export class Continuity {
  private readonly known = new Map<string, number>();

  constructor(
    private readonly store: DocumentStore,
    private readonly owner: Ownership,
    private readonly maxKnown = 50_000,
  ) {}

  async check(events: readonly RecordedEvent[]): Promise<ReadonlyMap<string, number>> {
    const unknown = new Set(
      events.map(({ stream }) => stream).filter((stream) => !this.known.has(stream)),
    );
    const stored = await this.store.revisions(this.owner.projection).load(unknown);
    for (const [stream, revision] of stored) this.known.set(stream, revision);
    const latest = new Map<string, number>();
    for (const { stream, revision } of events) {
      const seen = this.known.get(stream) ?? -1;
      if (revision > seen + 1) throw new StreamGap(stream, seen + 1, revision);
      if (revision > seen) {
        this.known.set(stream, revision);
        latest.set(stream, revision);
      }
    }
    return latest;
  }

  async save(revisions: ReadonlyMap<string, number>): Promise<void> {
    await this.store.revisions(this.owner.projection).save(revisions, this.owner);
    if (this.known.size > this.maxKnown) this.known.clear();
  }
}
