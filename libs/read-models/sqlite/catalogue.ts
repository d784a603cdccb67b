import type { CollectionDefinition, CollectionName } from '../definition';
import { CollectionUnknown, DefinitionRefused, VersionActive } from '../errors';
import type { Database } from './database';
import { layoutOf, tableName, type Layout } from './layout';
import { createPostings, dropPostings, STAGED } from './posting-tables';
import { createTables, dropTables } from './schema';

/** In the place of the indexes, of a collection of postings. */
const POSTINGS = JSON.stringify('postings');

/** Which collections there are, how they were defined, and which of their indexes are still to be built. */
export class Catalogue {
  constructor(private readonly database: Database) {}

  /** Creates the tables, or checks that they were created with the same definition. */
  open(definition: CollectionDefinition): Layout {
    const layout = layoutOf(definition);
    const { indexes } = definition;
    const deferred = indexes.map(({ name }) => name);
    this.#open(definition, JSON.stringify(indexes), deferred, () => {
      createTables(this.database, layout);
    });
    return layout;
  }

  openPostings(collection: CollectionName): void {
    this.#open(collection, POSTINGS, [STAGED], () => createPostings(this.database, collection));
  }

  #open(
    collection: CollectionName,
    definition: string,
    deferred: readonly string[],
    create: () => void,
  ): void {
    const { name, version } = collection;
    this.database.transaction(() => {
      const known = this.#definition(collection);
      if (known === definition) return;
      if (known !== undefined) {
        throw new DefinitionRefused(
          { name, version },
          'exists with other indexes; a changed definition needs a new version',
        );
      }
      create();
      this.database.run('INSERT INTO collections VALUES (?, ?, ?)', name, version, definition);
      for (const index of deferred) {
        this.database.run(
          'INSERT INTO deferred_indexes VALUES (?, ?)',
          tableName(collection),
          index,
        );
      }
    });
  }

  assertExists(collection: CollectionName): void {
    if (this.#definition(collection) === undefined) throw new CollectionUnknown(collection);
  }

  #definition({ name, version }: CollectionName): string | undefined {
    const row = this.database
      .statement('SELECT definition FROM collections WHERE name = ? AND version = ?')
      .get(name, version);
    return typeof row?.definition === 'string' ? row.definition : undefined;
  }

  versions(name: string): number[] {
    return this.database
      .statement('SELECT version FROM collections WHERE name = ? ORDER BY version')
      .all(name)
      .map((row) => Number(row.version));
  }

  deferred(collection: CollectionName): string[] {
    return this.database
      .statement('SELECT name FROM deferred_indexes WHERE collection = ?')
      .all(tableName(collection))
      .map((row) => String(row.name));
  }

  isDeferred(collection: CollectionName, index: string): boolean {
    const row = this.database
      .statement('SELECT 1 FROM deferred_indexes WHERE collection = ? AND name = ?')
      .get(tableName(collection), index);
    return row !== undefined;
  }

  markBuilt(collection: CollectionName, index: string): void {
    this.database.run(
      'DELETE FROM deferred_indexes WHERE collection = ? AND name = ?',
      tableName(collection),
      index,
    );
  }

  /** @throws {VersionActive} */
  drop({ name, version }: CollectionName): void {
    this.database.transaction(() => {
      const definition = this.#definition({ name, version });
      if (definition === undefined) return;
      if (this.activeVersion(name) === version) throw new VersionActive({ name, version });
      this.#remove({ name, version }, definition);
    });
  }

  dropEverything(): void {
    for (const row of this.database
      .statement('SELECT name, version, definition FROM collections')
      .all()) {
      const collection = { name: String(row.name), version: Number(row.version) };
      this.#remove(collection, String(row.definition));
    }
  }

  #remove(collection: CollectionName, definition: string): void {
    const { name, version } = collection;
    if (definition === POSTINGS) {
      dropPostings(this.database, collection);
    } else {
      const indexes = JSON.parse(definition) as CollectionDefinition['indexes'];
      dropTables(this.database, layoutOf({ name, version, indexes }));
    }
    this.database.run('DELETE FROM deferred_indexes WHERE collection = ?', tableName(collection));
    this.database.run('DELETE FROM collections WHERE name = ? AND version = ?', name, version);
  }

  activeVersion(name: string): number | undefined {
    const row = this.database.statement('SELECT version FROM aliases WHERE name = ?').get(name);
    return row === undefined ? undefined : Number(row.version);
  }
}
