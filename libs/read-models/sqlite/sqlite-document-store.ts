import type { CollectionDefinition, CollectionName } from '../definition';
import type {
  Batch,
  CheckpointStore,
  CollectionOptions,
  DocumentCollection,
  DocumentStore,
  Ownership,
} from '../document-store.port';
import type { GuardedWrite } from '../document';
import { CollectionUnknown, Fenced, WriteConflict, type Conflict } from '../errors';
import { checkDefinition } from '../indexing';
import type { Posting, PostingCollection } from '../postings';
import { Catalogue } from './catalogue';
import type { Database } from './database';
import { DocumentWriter, Stale } from './document-writer';
import { tableName, type Layout } from './layout';
import { STAGED, writePostings } from './posting-tables';
import { Progress } from './progress';
import { SqliteAliases } from './sqlite-aliases';
import { SqliteCollection, type CollectionHost } from './sqlite-collection';
import { SqliteLeases } from './sqlite-leases';
import { SqlitePostings, type PostingHost } from './sqlite-postings';

interface LayoutChanges {
  readonly layout: Layout;
  readonly changes: readonly GuardedWrite<object>[];
}

export class SqliteDocumentStore implements DocumentStore, CollectionHost, PostingHost {
  readonly commitsAtATime = 1;
  readonly lease: SqliteLeases;
  readonly alias: SqliteAliases;
  readonly catalogue: Catalogue;
  readonly #progress: Progress;
  readonly #layouts = new Map<string, Layout>();

  constructor(readonly database: Database) {
    this.lease = new SqliteLeases(database);
    this.catalogue = new Catalogue(database);
    this.alias = new SqliteAliases(database, this.catalogue);
    this.#progress = new Progress(database);
  }

  async collection<D extends object>(
    definition: CollectionDefinition,
    options: CollectionOptions = {},
  ): Promise<DocumentCollection<D>> {
    checkDefinition(definition);
    const layout = this.catalogue.open(definition);
    this.#layouts.set(tableName(definition), layout);
    const collection = new SqliteCollection<D>(this, layout);
    if (options.indexes !== 'deferred') await collection.buildIndexes();
    return collection;
  }

  async postings(
    collection: CollectionName,
    options: CollectionOptions = {},
  ): Promise<PostingCollection> {
    checkDefinition({ ...collection, indexes: [] });
    this.catalogue.openPostings(collection);
    const postings = new SqlitePostings(this, collection);
    if (options.indexes !== 'deferred') await postings.buildIndexes();
    return postings;
  }

  async commit(batch: Batch): Promise<void> {
    const writes = batch.writes.map(({ collection, changes }) => ({
      layout: this.#layout(collection),
      changes,
    }));
    const { owner, postings } = batch;
    const { projection } = owner;
    this.#guarded(owner, writes, () => {
      if (postings !== undefined) this.#add(postings.collection, postings.postings);
      if (batch.checkpoint !== undefined) {
        this.#progress.saveCheckpoint(projection, batch.checkpoint);
      }
    });
  }

  commitDocuments(
    layout: Layout,
    changes: readonly GuardedWrite<object>[],
    owner: Ownership,
  ): void {
    this.#guarded(owner, [{ layout, changes }], () => undefined);
  }

  commitPostings(collection: CollectionName, postings: readonly Posting[], owner: Ownership): void {
    this.#owned(owner.projection, owner, () => this.#add(collection, postings));
  }

  assertOwner(owner: Ownership): void {
    this.lease.assertOwner(owner);
  }

  checkpoint(projection: string): CheckpointStore {
    return {
      load: async () => this.#progress.checkpoint(projection),
      save: async (checkpoint, owner) => {
        this.#owned(projection, owner, () => this.#progress.saveCheckpoint(projection, checkpoint));
      },
    };
  }

  async versions(name: string): Promise<readonly number[]> {
    return this.catalogue.versions(name);
  }

  async drop(version: CollectionName): Promise<void> {
    this.catalogue.drop(version);
  }

  async forget(owner: Ownership): Promise<void> {
    this.#owned(owner.projection, owner, () => this.#progress.forget(owner.projection));
  }

  async dropEverything(): Promise<void> {
    this.database.transaction(() => {
      this.catalogue.dropEverything();
      for (const table of ['aliases', 'leases', 'checkpoints']) {
        this.database.exec(`DELETE FROM ${table}`);
      }
    });
    this.#layouts.clear();
  }

  async close(): Promise<void> {
    this.database.close();
  }

  /** Asked for every batch: another process may have built it meanwhile. */
  #add(collection: CollectionName, postings: readonly Posting[]): void {
    const { database, catalogue } = this;
    catalogue.assertExists(collection);
    writePostings(database, collection, postings, catalogue.isDeferred(collection, STAGED));
  }

  #layout(collection: CollectionName): Layout {
    const layout = this.#layouts.get(tableName(collection));
    if (layout === undefined) throw new CollectionUnknown(collection);
    return layout;
  }

  #owned(projection: string, owner: Ownership, work: () => void): void {
    if (owner.projection !== projection) throw new Fenced(projection, owner.epoch);
    this.database.transaction(() => {
      this.assertOwner(owner);
      work();
    });
  }

  /** One transaction. Its failure says only that a document was stale; which ones is read after the rollback. */
  #guarded(owner: Ownership, writes: readonly LayoutChanges[], progress: () => void): void {
    const writers = writes.map(({ layout, changes }) => ({
      layout,
      changes,
      writer: new DocumentWriter(this.database, layout),
    }));
    try {
      this.#owned(owner.projection, owner, () => {
        for (const { writer, changes } of writers) writer.apply(changes);
        progress();
      });
    } catch (error) {
      if (!(error instanceof Stale)) throw error;
      const conflicts = writers.map(({ layout, changes, writer }): Conflict => {
        const { name, version } = layout.definition;
        return { name, version, ids: writer.conflicts(changes) };
      });
      throw new WriteConflict(conflicts.filter(({ ids }) => ids.length > 0));
    }
  }
}
