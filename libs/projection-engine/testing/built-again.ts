import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentCollection, DocumentStore } from '#read-models';
import { openSqliteDocumentStore } from '#read-models/sqlite';
import { DocumentCache, ParkedEvents, ProjectionRun, referenceTo } from '../engine';
import type { LoggedFact, Projection } from '../runner';
import { Died, dyingStore } from './dying-store';

/** So few that documents come and go. */
const CACHED_CHARACTERS = 100_000;

type Guards = 'with guards' | 'without guards';

/** A projection on a real store, which is built again and again, and dies in between. */
export class BuiltAgain {
  private readonly folder = mkdtempSync(join(tmpdir(), 'built-again-'));
  private readonly store = openSqliteDocumentStore({ path: join(this.folder, 'views.db') });

  constructor(private readonly projection: Projection) {}

  /**
   * Every document to the byte, with the position that guards it; from nothing, in batches of these sizes over and over,
   * by default in one.
   */
  async from(
    facts: readonly LoggedFact[],
    sizes: readonly number[] = [],
    guards: Guards = 'with guards',
  ): Promise<readonly string[]> {
    await this.store.dropEverything();
    await this.catchUp(this.store, facts, sizes);
    return this.dump(guards);
  }

  /**
   * As above, after the process died in the middle of a batch, each time after so many writes. Without guards: one never
   * goes back, and may stay ahead where a crash let a document see what came later.
   */
  async fromDeaths(
    facts: readonly LoggedFact[],
    deaths: readonly number[],
    sizes: { readonly before: readonly number[]; readonly after: readonly number[] },
  ): Promise<readonly string[]> {
    await this.store.dropEverything();
    for (const writes of deaths) {
      const dying = dyingStore(this.store, writes);
      await this.catchUp(dying, facts, sizes.before).catch((error: unknown) => {
        if (!(error instanceof Died)) throw error;
      });
    }
    await this.catchUp(this.store, facts, sizes.after);
    return this.dump('without guards');
  }

  /** From nothing, after an operator parked one of the events. */
  async withParked(
    parked: LoggedFact,
    facts: readonly LoggedFact[],
    sizes: readonly number[],
  ): Promise<readonly string[]> {
    await this.store.dropEverything();
    const order = { ...referenceTo(parked), reason: 'spec', by: 'spec', at: parked.recordedAt };
    await new ParkedEvents(this.store).park(order, { holder: 'operator', now: new Date(0) });
    await this.catchUp(this.store, facts, sizes);
    return this.dump('without guards');
  }

  /** The documents of one collection, as they were last built. */
  async documents<Document extends object>(name: string): Promise<readonly Document[]> {
    const found: Document[] = [];
    const collection = await this.collection<Document>(name);
    for await (const { json } of collection.dump()) found.push(JSON.parse(json) as Document);
    return found;
  }

  /** One collection, as it was last built. */
  collection<Document extends object>(name: string): Promise<DocumentCollection<Document>> {
    const { collections, version } = this.projection;
    const spec = collections.find((one) => one.name === name);
    return this.store.collection<Document>({ name, indexes: [], ...spec, version });
  }

  async close(): Promise<void> {
    await this.store.close();
    rmSync(this.folder, { recursive: true });
  }

  /** Applies what is behind the checkpoint. */
  private async catchUp(
    target: DocumentStore,
    facts: readonly LoggedFact[],
    sizes: readonly number[],
  ): Promise<void> {
    const { name, version } = this.projection;
    const request = { projection: `${name}@${version}`, holder: 'spec', ttlMs: 1000, now: 0 };
    const owner = await target.lease.acquire(request);
    if (owner === undefined) throw new Error('There is only one holder');
    const cache = new DocumentCache(CACHED_CHARACTERS);
    const run = await ProjectionRun.open(this.projection, target, owner, cache);
    let next = facts.findIndex(({ position }) => position > run.position);
    for (let batch = 0; next !== -1 && next < facts.length; batch += 1) {
      const size = sizes[batch % sizes.length] ?? facts.length;
      await run.apply(facts.slice(next, next + size));
      next += size;
    }
  }

  private async dump(guards: Guards): Promise<readonly string[]> {
    const lines: string[] = [];
    const { collections, postings, version } = this.projection;
    for (const spec of collections) {
      const collection = await this.store.collection({ ...spec, version });
      for await (const { id, position, json } of collection.dump()) {
        const guard = guards === 'with guards' ? position : '';
        lines.push(`${spec.name} ${id} ${guard} ${json}`);
      }
    }
    if (postings === undefined) return lines;
    const dumped = await this.store.postings({ name: postings.name, version });
    for await (const { term, positions } of dumped.dump()) {
      lines.push(`${postings.name} ${term} ${positions.join(' ')}`);
    }
    return lines;
  }
}
