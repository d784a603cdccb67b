import { setTimeout as elapsed } from 'node:timers/promises';
import { ReadModelsUnavailable, WriteConflict } from '../..';
import type { CollectionDefinition, DocumentStore, Ownership } from '../..';

interface Tally {
  readonly batches: number;
}

export const TALLIES: CollectionDefinition = { name: 'tallies', version: 1, indexes: [] };
const PROJECTION = 'tallies@1';
const PAUSE_MS = 5;
/** Longer than any server of a test stays away: it will not come back. */
const AT_MOST_MS = 45_000;

/** What a batch does that can go wrong. */
export interface Applied {
  /** How often the store was away. */
  readonly unavailable: number;
}

/**
 * A projection as small as can be: batch n raises the tally of all batches and makes a document of its own. It goes on
 * as the engine does: away is tried again, and a conflict is loaded again.
 */
export class CountingOwner {
  private owner: Ownership | undefined;

  constructor(
    private readonly store: DocumentStore,
    private readonly holder = 'one',
  ) {}

  /** Takes the lease, which ends at once: whoever wants it next has it. */
  async acquire(): Promise<Applied> {
    return this.persistently(async () => {
      const terms = { ttlMs: 0, now: 0 };
      this.owner = await this.store.lease.acquire({
        projection: PROJECTION,
        holder: this.holder,
        ...terms,
      });
      await this.store.collection<Tally>(TALLIES);
    });
  }

  /** @throws {Fenced} */
  async apply(batch: number): Promise<Applied> {
    return this.persistently(() => this.applyOnce(batch));
  }

  /** Says something else of all batches without a batch of its own, as a parent is restated when a child changes. */
  async restate(batches: number): Promise<void> {
    if (this.owner === undefined) throw new Error('Nothing is owned');
    const collection = await this.store.collection<Tally>(TALLIES);
    const position = (await collection.load(['all'])).get('all')?.position ?? 0n;
    const change = { id: 'all', expected: position, position, body: { batches } };
    await collection.write([change], this.owner);
  }

  async through(): Promise<bigint> {
    return (await this.store.checkpoint(PROJECTION).load())?.position ?? 0n;
  }

  /** Every document, as text. */
  async documents(): Promise<readonly string[]> {
    const collection = await this.store.collection<Tally>(TALLIES);
    const documents: string[] = [];
    for await (const { id, position, json } of collection.dump()) {
      documents.push(`${id} ${position} ${json}`);
    }
    return documents;
  }

  private async applyOnce(batch: number): Promise<void> {
    if (this.owner === undefined) throw new Error('Nothing is owned');
    const position = BigInt(batch);
    const own = `batch ${String(batch).padStart(3, '0')}`;
    const collection = await this.store.collection<Tally>(TALLIES);
    const loaded = await collection.load(['all', own]);
    const changes = ['all', own].flatMap((id) => {
      const held = loaded.get(id);
      if (held !== undefined && held.position >= position) return [];
      const before = held === undefined || held.body === 'deleted' ? 0 : held.body.batches;
      const expected = held?.position ?? ('absent' as const);
      return [{ id, expected, position, body: { batches: before + 1 } }];
    });
    await this.store.commit({
      owner: this.owner,
      writes: [{ collection: TALLIES, changes }],
      checkpoint: { position },
    });
  }

  private async persistently(work: () => Promise<void>): Promise<Applied> {
    const begun = performance.now();
    for (let unavailable = 0; ;) {
      try {
        await work();
        return { unavailable };
      } catch (error) {
        if (error instanceof ReadModelsUnavailable) unavailable += 1;
        else if (!(error instanceof WriteConflict)) throw error;
        if (performance.now() - begun > AT_MOST_MS) throw error;
        // A store that was closed refuses at once: whatever else is to happen needs its turn.
        await elapsed(PAUSE_MS);
      }
    }
  }
}

/** What is there after so many batches, each applied once. */
export function tallied(batches: number): readonly string[] {
  const own = Array.from({ length: batches }, (_, at) => {
    const number = String(at + 1).padStart(3, '0');
    return `batch ${number} ${at + 1} {"batches":1}`;
  });
  return [`all ${batches} {"batches":${batches}}`, ...own];
}
