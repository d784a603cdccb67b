import type { CollectionDefinition, CollectionName } from '../definition';
import type { GuardedWrite } from '../document';
import type {
  Aliases,
  Batch,
  Checkpoint,
  CheckpointStore,
  CollectionOptions,
  DocumentCollection,
  DocumentStore,
  Ownership,
} from '../document-store.port';
import {
  CollectionUnknown,
  DefinitionRefused,
  Fenced,
  VersionActive,
  WriteConflict,
} from '../errors';
import { checkDefinition } from '../indexing';
import { compareTexts } from '../compare-values';
import type { PostingCollection } from '../postings';
import { HeldDocuments } from './held-documents';
import { MemoryCollection, type CollectionHost } from './memory-collection';
import { MemoryLeases } from './memory-leases';
import { MemoryPostings, type PostingHost } from './memory-postings';

interface Changes {
  readonly held: HeldDocuments;
  readonly changes: readonly GuardedWrite<object>[];
}

export class MemoryDocumentStore implements DocumentStore, CollectionHost, PostingHost {
  readonly commitsAtATime = 1;
  readonly lease = new MemoryLeases();
  private readonly held = new Map<string, HeldDocuments>();
  private readonly heldPostings = new Map<string, MemoryPostings>();
  private readonly checkpoints = new Map<string, Checkpoint>();
  private readonly active = new Map<string, number>();

  readonly alias: Aliases = {
    get: async (name) => this.active.get(name),
    set: async (versions) => {
      const named = Object.entries(versions);
      for (const [name, version] of named) this.assertExists({ name, version });
      for (const [name, version] of named) this.active.set(name, version);
    },
    remove: async (names) => {
      for (const name of names) this.active.delete(name);
    },
    list: async () =>
      [...this.active]
        .map(([name, version]) => ({ name, version }))
        .sort((a, b) => compareTexts(a.name, b.name)),
  };

  async collection<D extends object>(
    definition: CollectionDefinition,
    options: CollectionOptions = {},
  ): Promise<DocumentCollection<D>> {
    checkDefinition(definition);
    const key = keyOf(definition);
    const held = this.held.get(key) ?? new HeldDocuments(definition);
    if (this.heldPostings.has(key)) throw otherKind(definition);
    if (JSON.stringify(held.definition.indexes) !== JSON.stringify(definition.indexes)) {
      throw new DefinitionRefused(
        definition,
        'exists with other indexes; a changed definition needs a new version',
      );
    }
    this.held.set(key, held);
    if (options.indexes !== 'deferred') held.buildIndexes();
    return new MemoryCollection<D>(this, held);
  }

  async postings({ name, version }: CollectionName): Promise<PostingCollection> {
    const collection = { name, version };
    checkDefinition({ ...collection, indexes: [] });
    const key = keyOf(collection);
    if (this.held.has(key)) throw otherKind(collection);
    const held = this.heldPostings.get(key) ?? new MemoryPostings(this, collection);
    this.heldPostings.set(key, held);
    return held;
  }

  async commit({ owner, writes, postings, checkpoint }: Batch): Promise<void> {
    this.commitAll(
      owner,
      writes.map(({ collection, changes }) => ({ held: this.known(collection), changes })),
    );
    if (postings !== undefined) {
      const { collection } = postings;
      const held = this.heldPostings.get(keyOf(collection));
      if (held === undefined) throw new CollectionUnknown(collection);
      await held.add(postings.postings, owner);
    }
    if (checkpoint !== undefined) this.checkpoints.set(owner.projection, checkpoint);
  }

  write(held: HeldDocuments, changes: readonly GuardedWrite<object>[], owner: Ownership): void {
    this.commitAll(owner, [{ held, changes }]);
  }

  assertOwner(owner: Ownership): void {
    this.lease.assertOwner(owner);
  }

  checkpoint(projection: string): CheckpointStore {
    return {
      load: async () => this.checkpoints.get(projection),
      save: async (checkpoint, owner) => {
        if (owner.projection !== projection) throw new Fenced(projection, owner.epoch);
        this.assertOwner(owner);
        this.checkpoints.set(projection, checkpoint);
      },
    };
  }

  async versions(name: string): Promise<readonly number[]> {
    const documents = [...this.held.values()].map(({ definition }) => definition);
    return [...documents, ...this.heldPostings.values()]
      .filter((collection) => collection.name === name)
      .map(({ version }) => version)
      .sort((a, b) => a - b);
  }

  async drop(version: CollectionName): Promise<void> {
    const key = keyOf(version);
    if (!this.held.has(key) && !this.heldPostings.has(key)) return;
    if (this.active.get(version.name) === version.version) throw new VersionActive(version);
    this.held.delete(key);
    this.heldPostings.delete(key);
  }

  async forget(owner: Ownership): Promise<void> {
    this.assertOwner(owner);
    this.checkpoints.delete(owner.projection);
  }

  async dropEverything(): Promise<void> {
    const parts = [this.held, this.heldPostings, this.checkpoints, this.active, this.lease];
    for (const part of parts) part.clear();
  }

  async close(): Promise<void> {
    await this.dropEverything();
  }

  private assertExists(collection: CollectionName): void {
    if (!this.heldPostings.has(keyOf(collection))) this.known(collection);
  }

  private known(collection: CollectionName): HeldDocuments {
    const held = this.held.get(keyOf(collection));
    if (held === undefined) throw new CollectionUnknown(collection);
    return held;
  }

  /** All or nothing: everything is checked before anything is written. */
  private commitAll(owner: Ownership, writes: readonly Changes[]): void {
    this.assertOwner(owner);
    const prepared = writes.map(({ held, changes }) => ({ held, changes: held.prepare(changes) }));
    const conflicts = writes
      .map(({ held, changes }) => {
        const { name, version } = held.definition;
        return { name, version, ids: held.conflicts(changes) };
      })
      .filter(({ ids }) => ids.length > 0);
    if (conflicts.length > 0) throw new WriteConflict(conflicts);
    for (const { held, changes } of prepared) held.apply(changes);
  }
}

function otherKind(collection: CollectionName): DefinitionRefused {
  return new DefinitionRefused(collection, 'exists as a collection of another kind');
}

function keyOf({ name, version }: CollectionName): string {
  return `${name}@${version}`;
}
