import { WriteConflict } from '#read-models';
import type {
  Checkpoint,
  CollectionChanges,
  DocumentCollection,
  DocumentStore,
  Ownership,
} from '#read-models';
import type { LoggedFact, Projection } from '../runner';
import { BatchWorkspace } from './batch-workspace';
import { foldEvents, touchedBy } from './fold-events';
import { DocumentCache } from './document-cache';
import { yieldToRequests } from './yield-to-requests';
import { PortionSize } from './portion-size';

const ATTEMPTS = 3;
/** Of a projection that shares its cache with no other. */
const CACHED_CHARACTERS = 4 * 1024 * 1024;

/** One projection in one version, being kept up to date by its owner. */
export class ProjectionRun {
  private readonly portions = new PortionSize();

  private constructor(
    readonly projection: Projection,
    private readonly store: DocumentStore,
    readonly owner: Ownership,
    private readonly collections: ReadonlyMap<string, DocumentCollection<object>>,
    private readonly cache: DocumentCache,
    private reached: Checkpoint | undefined,
  ) {}

  static async open(
    projection: Projection,
    store: DocumentStore,
    owner: Ownership,
    cache: DocumentCache = new DocumentCache(CACHED_CHARACTERS),
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
    return new ProjectionRun(projection, store, owner, collections, cache, checkpoint);
  }

  /** The last event that was applied. */
  get checkpoint(): Checkpoint | undefined {
    return this.reached;
  }

  /** Of the last event that was applied; 0 before the first. */
  get position(): bigint {
    return this.reached?.position ?? 0n;
  }

  /**
   * Folds the events into their documents and commits them. A document's position shows which
   * events it holds, so a batch may be applied again after any failure.
   */
  async apply(batch: readonly LoggedFact[]): Promise<void> {
    const after = this.reached?.position ?? -1n;
    const events = eventsAfter(after, batch);
    const last = events.at(-1);
    if (last === undefined) return;
    const checkpoint = {
      position: last.position,
      recordedAt: last.recordedAt,
      events: (this.reached?.events ?? 0) + events.length,
    };
    for (let attempt = 1; ; attempt += 1) {
      try {
        // A version built from scratch has no documents but those of an interrupted first batch.
        const isNew = this.projection.insertOnly === true || this.reached === undefined;
        await this.foldAndCommit(events, checkpoint, isNew && attempt === 1);
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

  /** `unseen`: none of the documents is expected to exist; should one after all, the store says so. */
  private async foldAndCommit(
    events: readonly LoggedFact[],
    checkpoint: Checkpoint,
    unseen: boolean,
  ): Promise<void> {
    const workspace = new BatchWorkspace(this.collections, this.cache);
    const touching = touchedBy(this.projection, events);
    const keys = [
      ...touching.flatMap((touched) => touched.keys),
      ...events.flatMap((event) => this.projection.alsoReads?.(event) ?? []),
    ];
    if (unseen) workspace.takeAsAbsent(keys);
    else await workspace.prefetch(keys);
    await foldEvents(this.projection, workspace, touching);
    await this.commit(workspace, checkpoint);
  }

  /** In portions, the checkpoint with the last: others get the thread in between. */
  private async commit(workspace: BatchWorkspace, checkpoint: Checkpoint): Promise<void> {
    const written: (readonly CollectionChanges[])[] = [];
    let begun = performance.now();
    let portion: readonly CollectionChanges[] = [];
    const write = async (last?: Checkpoint): Promise<void> => {
      const batch = { owner: this.owner, writes: portion, ...(last && { checkpoint: last }) };
      const committed = this.store.commit(batch);
      const documents = portion.reduce((sum, { changes }) => sum + changes.length, 0);
      this.portions.held(documents, performance.now() - begun);
      await committed;
      written.push(portion);
    };
    for (const next of workspace.changes(this.portions)) {
      if (portion.length > 0) {
        await write();
        await yieldToRequests();
        begun = performance.now();
      }
      portion = next;
    }
    await write(checkpoint);
    if (this.projection.insertOnly !== true) workspace.keep(written.flat());
  }
}

function eventsAfter(position: bigint, batch: readonly LoggedFact[]): readonly LoggedFact[] {
  const [first] = batch;
  if (first === undefined || first.position > position) return batch;
  return batch.filter((event) => event.position > position);
}
