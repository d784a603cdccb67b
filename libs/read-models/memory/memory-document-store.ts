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
import { HeldDocuments } from './held-documents';
import { MemoryCollection, type CollectionHost } from './memory-collection';
import { MemoryLeases } from './memory-leases';

interface Changes {
  readonly held: HeldDocuments;
  readonly changes: readonly GuardedWrite<object>[];
}

export class MemoryDocumentStore implements DocumentStore, CollectionHost {
  readonly commitsAtATime = 1;
  readonly lease = new MemoryLeases();
  private readonly held = new Map<string, HeldDocuments>();
  private readonly checkpoints = new Map<string, Checkpoint>();
  private readonly active = new Map<string, number>();

  readonly alias: Aliases = {
    get: async (name) => this.active.get(name),
    set: async (versions) => {
      const named = Object.entries(versions);
      for (const [name, version] of named) this.known({ name, version });
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

  async commit({ owner, writes, checkpoint }: Batch): Promise<void> {
    this.commitAll(
      owner,
      writes.map(({ collection, changes }) => ({ held: this.known(collection), changes })),
    );
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
    return [...this.held.values()]
      .filter(({ definition }) => definition.name === name)
      .map(({ definition }) => definition.version)
      .sort((a, b) => a - b);
  }

  async drop(version: CollectionName): Promise<void> {
    if (!this.held.has(keyOf(version))) return;
    if (this.active.get(version.name) === version.version) throw new VersionActive(version);
    this.held.delete(keyOf(version));
  }

  async forget(owner: Ownership): Promise<void> {
    this.assertOwner(owner);
    this.checkpoints.delete(owner.projection);
  }

  async dropEverything(): Promise<void> {
    for (const part of [this.held, this.checkpoints, this.active, this.lease]) part.clear();
  }

  async close(): Promise<void> {
    await this.dropEverything();
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

function keyOf({ name, version }: CollectionName): string {
  return `${name}@${version}`;
}
