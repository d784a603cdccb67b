import type { Collection, Db } from 'mongodb';
import { BY_ID, type CollectionDefinition } from '../definition';
import type { Catalogue, CatalogueEntry } from './catalogue';
import { DocumentWriter } from './document-writer';
import { asked } from './failures';
import { indexKeys, type StoredDocument } from './stored-document';

/** Two ways to one database: one that gives up soon, and one for what reads or changes a whole collection. */
export interface Databases {
  readonly quick: Db;
  readonly long: Db;
}

/** A version of a collection as this process has it open. */
export class OpenedCollection {
  readonly documents: Collection<StoredDocument>;
  readonly writer: DocumentWriter;
  /** An index that was built stays so. */
  readonly #built = new Set([BY_ID.name]);
  readonly #slow: Collection<StoredDocument>;

  constructor(
    databases: Databases,
    private readonly catalogue: Catalogue,
    readonly definition: CollectionDefinition,
    entry: CatalogueEntry,
  ) {
    this.documents = databases.quick.collection(entry.collection);
    this.#slow = databases.long.collection(entry.collection);
    this.writer = new DocumentWriter(this.documents, definition);
    this.#learn(entry);
  }

  /** Another process may have built it meanwhile. */
  async isBuilt(index: string): Promise<boolean> {
    if (this.#built.has(index)) return true;
    this.#learn(await this.catalogue.entry(this.definition));
    return this.#built.has(index);
  }

  async buildIndexes(): Promise<void> {
    const missing = this.definition.indexes.filter(({ name }) => !this.#built.has(name));
    if (missing.length === 0) return;
    const specifications = missing.map((index) => ({ name: index.name, key: indexKeys(index) }));
    await asked(() => this.#slow.createIndexes(specifications));
    const names = missing.map(({ name }) => name);
    await this.catalogue.markBuilt(this.definition, names);
    for (const name of names) this.#built.add(name);
  }

  /** Tombstones too, but nothing that a later owner has written. */
  async deleteAll(epoch: number): Promise<void> {
    await asked(() => this.#slow.deleteMany({ epoch: { $lte: epoch } }));
  }

  #learn(entry: CatalogueEntry | undefined): void {
    if (entry === undefined) return;
    for (const { name } of this.definition.indexes) {
      if (!entry.deferred.includes(name)) this.#built.add(name);
    }
  }
}
