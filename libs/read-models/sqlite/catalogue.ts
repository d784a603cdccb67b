import type { CollectionDefinition, CollectionName } from '../definition';
import { CollectionUnknown, DefinitionRefused, VersionActive } from '../errors';
import type { Database } from './database';
import { layoutOf, tableName, type Layout } from './layout';
import { createTables, dropTables } from './schema';

/** Which collections there are, how they were defined, and which of their indexes are still to be built. */
export class Catalogue {
  constructor(private readonly database: Database) {}

  /** Creates the tables, or checks that they were created with the same definition. */
  open(definition: CollectionDefinition): Layout {
    const layout = layoutOf(definition);
    const { name, version, indexes } = definition;
    const text = JSON.stringify(indexes);
    this.database.transaction(() => {
      const known = this.#definition(definition);
      if (known === text) return;
      if (known !== undefined) {
        throw new DefinitionRefused(
          definition,
          'exists with other indexes; a changed definition needs a new version',
        );
      }
      createTables(this.database, layout);
      this.database.run('INSERT INTO collections VALUES (?, ?, ?)', name, version, text);
      for (const index of indexes) {
        this.database.run(
          'INSERT INTO deferred_indexes VALUES (?, ?)',
          tableName(definition),
          index.name,
        );
      }
    });
    return layout;
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
      const indexes = JSON.parse(definition) as CollectionDefinition['indexes'];
      this.#remove(layoutOf({ name, version, indexes }));
    });
  }

  dropEverything(): void {
    for (const row of this.database
      .statement('SELECT name, version, definition FROM collections')
      .all()) {
      const definition: CollectionDefinition = {
        name: String(row.name),
        version: Number(row.version),
        indexes: JSON.parse(String(row.definition)) as CollectionDefinition['indexes'],
      };
      this.#remove(layoutOf(definition));
    }
  }

  #remove(layout: Layout): void {
    const { name, version } = layout.definition;
    dropTables(this.database, layout);
    this.database.run(
      'DELETE FROM deferred_indexes WHERE collection = ?',
      tableName(layout.definition),
    );
    this.database.run('DELETE FROM collections WHERE name = ? AND version = ?', name, version);
  }

  activeVersion(name: string): number | undefined {
    const row = this.database.statement('SELECT version FROM aliases WHERE name = ?').get(name);
    return row === undefined ? undefined : Number(row.version);
  }
}
