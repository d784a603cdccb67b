import { WriteConflict } from '#read-models';
import type { Checkpoint, DocumentCollection, DocumentStore, Ownership } from '#read-models';
import type { DocumentKey, Projection, RecordedFact } from '../runner/projection';
import { BatchWorkspace } from './batch-workspace';
import { DocumentCache } from './document-cache';

const CACHED_CHARACTERS = 8 * 1024 * 1024;
const ATTEMPTS = 3;

/** One projection in one version, being kept up to date by its owner. */
export class ProjectionRun {
  private readonly cache = new DocumentCache(CACHED_CHARACTERS);

  private constructor(
    readonly projection: Projection,
    private readonly store: DocumentStore,
    private owner: Ownership,
    private readonly collections: ReadonlyMap<string, DocumentCollection<object>>,
    private reached: Checkpoint | undefined,
  ) {}

  static async open(
    projection: Projection,
    store: DocumentStore,
    owner: Ownership,
  ): Promise<ProjectionRun> {
    const checkpoint = await store.checkpoint(owner.projection).load();
    const collections = new Map<string, DocumentCollection<object>>();
    for (const spec of projection.collections) {
      collections.set(
        spec.name,
        await store.collection<object>(
          { ...spec, version: projection.version },
          checkpoint === undefined ? { indexes: 'deferred' } : {},
        ),
      );
    }
    return new ProjectionRun(projection, store, owner, collections, checkpoint);
  }

  /** The last event that was applied. */
  get checkpoint(): Checkpoint | undefined {
    return this.reached;
  }

  get position(): bigint {
    return this.reached?.position ?? 0n;
  }

  /**
   * Folds the events into their documents and commits them. Events at or below a document's own
   * position were folded into it before: a batch may be applied again, whatever came of it.
   */
  async apply(batch: readonly RecordedFact[]): Promise<void> {
    const events = batch.filter((event) => event.position > this.position);
    const last = events.at(-1);
    if (last === undefined) return;
    const checkpoint = {
      position: last.position,
      recordedAt: last.recordedAt,
      events: (this.reached?.events ?? 0) + events.length,
    };
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.foldAndCommit(events, checkpoint);
        break;
      } catch (error) {
        this.cache.clear();
        if (!(error instanceof WriteConflict) || attempt === ATTEMPTS) throw error;
      }
    }
    this.reached = checkpoint;
  }

  /** Makes this version the one that readers see. */
  async activate(): Promise<void> {
    for (const collection of this.collections.values()) await collection.buildIndexes();
    await this.store.alias.set(
      Object.fromEntries(
        this.projection.collections.map(({ name }) => [name, this.projection.version]),
      ),
    );
  }

  async isActive(): Promise<boolean> {
    const active = await Promise.all(
      this.projection.collections.map(({ name }) => this.store.alias.get(name)),
    );
    return active.every((version) => version === this.projection.version);
  }

  async renewLease(terms: { readonly ttlMs: number; readonly now: number }): Promise<void> {
    await this.store.lease.renew(this.owner, terms);
  }

  async release(): Promise<void> {
    await this.store.lease.release(this.owner);
  }

  private async foldAndCommit(
    events: readonly RecordedFact[],
    checkpoint: Checkpoint,
  ): Promise<void> {
    const workspace = new BatchWorkspace(this.collections, this.cache);
    const touched = this.touchedBy(events);
    await workspace.prefetch([...touched.values()].map(({ key }) => key));
    for (const { key, events: ofDocument } of touched.values()) {
      await this.fold(workspace, key, ofDocument);
    }
    await this.projection.rollUp?.([...touched.values()].map(({ key }) => key), workspace);
    const writes = workspace.changes();
    await this.store.commit({ owner: this.owner, writes, checkpoint });
    workspace.keep(writes);
  }

  private touchedBy(
    events: readonly RecordedFact[],
  ): ReadonlyMap<string, { readonly key: DocumentKey; readonly events: RecordedFact[] }> {
    const touched = new Map<string, { readonly key: DocumentKey; readonly events: RecordedFact[] }>();
    for (const event of events) {
      for (const key of this.projection.keysOf(event)) {
        const name = `${key.collection}\n${key.id}`;
        const ofDocument = touched.get(name);
        if (ofDocument === undefined) touched.set(name, { key, events: [event] });
        else ofDocument.events.push(event);
      }
    }
    return touched;
  }

  private async fold(
    workspace: BatchWorkspace,
    key: DocumentKey,
    events: readonly RecordedFact[],
  ): Promise<void> {
    const held = await workspace.read(key);
    let document = held?.body ?? this.projection.initial(key);
    const appliedThrough = held?.position ?? -1n;
    for (const event of events) {
      if (event.position > appliedThrough) {
        document = this.projection.apply(document, event, key);
        workspace.write(key, document, event.position);
      }
    }
  }
}
