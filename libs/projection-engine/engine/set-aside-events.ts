import type { RecordedEvent } from '#event-log';
import type { CollectionDefinition, DocumentStore, Ownership } from '#read-models';
import { KeptNotes } from './kept-notes';

interface Counted {
  readonly count: number;
  /** Decimal; of the last one counted. */
  readonly through: string;
}

const SET_ASIDE: CollectionDefinition = { name: 'set-aside', version: 1, indexes: [] };
const ALL = 'all';

/** Counts somebody else's events in streams of ours, each once, whichever process comes upon it first. */
export class SetAsideEvents {
  private readonly notes: KeptNotes<Counted>;

  constructor(store: DocumentStore) {
    this.notes = new KeptNotes(store, SET_ASIDE);
  }

  async count(): Promise<number> {
    return (await this.notes.load([ALL])).get(ALL)?.count ?? 0;
  }

  /** Answers those that had not been counted. The events in the order of the log. @throws {Fenced} */
  async add(events: readonly RecordedEvent[], owner: Ownership): Promise<readonly RecordedEvent[]> {
    let added: readonly RecordedEvent[] = [];
    await this.notes.change(ALL, owner, (before) => {
      const through = BigInt(before?.through ?? -1);
      added = events.filter(({ position }) => position > through);
      const last = added.at(-1);
      if (last === undefined) return before;
      return { count: (before?.count ?? 0) + added.length, through: last.position.toString() };
    });
    return added;
  }
}
