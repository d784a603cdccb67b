import type { CollectionDefinition, CollectionName } from '../definition';
import type { GuardedWrite } from '../document';
import type {
  Batch,
  CheckpointStore,
  CollectionOptions,
  DocumentCollection,
  DocumentStore,
  Ownership,
} from '../document-store.port';
import { CollectionUnknown, Fenced, WriteConflict } from '../errors';
import { checkDefinition } from '../indexing';
import type { PostingCollection } from '../postings';
import { Catalogue, versionName } from './catalogue';
import { asked } from './failures';
import { MongoAliases } from './mongo-aliases';
import { MongoCollection, type CollectionHost } from './mongo-collection';
import { MongoLeases } from './mongo-leases';
import { MongoPostings, type PostingHost, type StoredBlock } from './mongo-postings';
import { OpenedCollection, type Databases } from './opened-collection';
import { Progress } from './progress';
import { Projections } from './projections';

interface OpenedChanges {
  readonly opened: OpenedCollection;
  readonly changes: readonly GuardedWrite<object>[];
}

export class MongoDocumentStore implements DocumentStore, CollectionHost, PostingHost {
  readonly commitsAtATime = 4;
  readonly lease: MongoLeases;
  readonly alias: MongoAliases;
  readonly catalogue: Catalogue;
  readonly #projections: Projections;
  readonly #progress: Progress;
  readonly #opened = new Map<string, OpenedCollection>();
  readonly #postings = new Map<string, MongoPostings>();

  constructor(
    private readonly databases: Databases,
    private readonly disconnect: () => Promise<void>,
  ) {
    const { quick } = databases;
    this.#projections = new Projections(quick);
    this.#progress = new Progress(this.#projections);
    this.lease = new MongoLeases(this.#projections);
    this.catalogue = new Catalogue(quick);
    this.alias = new MongoAliases(this.catalogue);
  }

  async collection<D extends object>(
    definition: CollectionDefinition,
    options: CollectionOptions = {},
  ): Promise<DocumentCollection<D>> {
    checkDefinition(definition);
    const entry = await this.catalogue.open(definition);
    const opened = new OpenedCollection(this.databases, this.catalogue, definition, entry);
    this.#opened.set(versionName(definition), opened);
    if (options.indexes !== 'deferred') await opened.buildIndexes();
    return new MongoCollection<D>(this, opened);
  }

  async postings(collection: CollectionName): Promise<PostingCollection> {
    checkDefinition({ ...collection, indexes: [] });
    const { collection: name } = await this.catalogue.openPostings(collection);
    const { quick, long } = this.databases;
    const postings = new MongoPostings(this, collection, {
      quick: quick.collection<StoredBlock>(name),
      long: long.collection<StoredBlock>(name),
    });
    await postings.open();
    this.#postings.set(versionName(collection), postings);
    return postings;
  }

  async commit({ owner, writes, postings, checkpoint }: Batch): Promise<void> {
    await this.#guarded(
      owner,
      writes.map(({ collection, changes }) => ({ opened: this.#of(collection), changes })),
    );
    if (postings !== undefined) {
      await this.#postingsOf(postings.collection).add(postings.postings, owner);
    }
    if (checkpoint !== undefined) await this.#progress.saveCheckpoint(checkpoint, owner);
  }

  async commitDocuments(
    opened: OpenedCollection,
    changes: readonly GuardedWrite<object>[],
    owner: Ownership,
  ): Promise<void> {
    await this.#guarded(owner, [{ opened, changes }]);
  }

  async assertOwner(owner: Ownership): Promise<void> {
    await this.#projections.assertOwner(owner);
  }

  checkpoint(projection: string): CheckpointStore {
    return {
      load: () => this.#progress.checkpoint(projection),
      save: async (checkpoint, owner) => {
        refuseForeign(projection, owner);
        await this.#progress.saveCheckpoint(checkpoint, owner);
      },
    };
  }

  async versions(name: string): Promise<readonly number[]> {
    return this.catalogue.versions(name);
  }

  async drop(version: CollectionName): Promise<void> {
    await this.catalogue.drop(version);
    this.#opened.delete(versionName(version));
    this.#postings.delete(versionName(version));
  }

  async forget(owner: Ownership): Promise<void> {
    await this.#progress.forget(owner);
  }

  async dropEverything(): Promise<void> {
    await this.catalogue.dropEverything();
    await asked(() => this.databases.quick.dropCollection('projections'));
    this.#opened.clear();
    this.#postings.clear();
  }

  async close(): Promise<void> {
    await this.disconnect();
  }

  #of(collection: CollectionName): OpenedCollection {
    const opened = this.#opened.get(versionName(collection));
    if (opened === undefined) throw new CollectionUnknown(collection);
    return opened;
  }

  #postingsOf(collection: CollectionName): MongoPostings {
    const postings = this.#postings.get(versionName(collection));
    if (postings === undefined) throw new CollectionUnknown(collection);
    return postings;
  }

  /**
   * One collection after the other, up to one with a conflict. A former owner is told so before it writes anything; one
   * that is overtaken after that is stopped by the epochs in the documents, see ADR 0030.
   */
  async #guarded(owner: Ownership, writes: readonly OpenedChanges[]): Promise<void> {
    const intended = writes.map(({ opened, changes }) => ({
      opened,
      documents: opened.writer.intend(changes, owner.epoch),
    }));
    await this.assertOwner(owner);
    for (const { opened, documents } of intended) {
      const ids = await opened.writer.write(documents);
      if (ids.length === 0) continue;
      await this.assertOwner(owner);
      const { name, version } = opened.definition;
      throw new WriteConflict([{ name, version, ids }]);
    }
  }
}

function refuseForeign(projection: string, owner: Ownership): void {
  if (owner.projection !== projection) throw new Fenced(projection, owner.epoch);
}
