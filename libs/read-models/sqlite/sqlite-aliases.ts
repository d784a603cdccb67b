import type { CollectionName } from '../definition';
import type { Aliases } from '../document-store.port';
import type { Catalogue } from './catalogue';
import type { Database } from './database';

export class SqliteAliases implements Aliases {
  constructor(
    private readonly database: Database,
    private readonly catalogue: Catalogue,
  ) {}

  async get(name: string): Promise<number | undefined> {
    return this.catalogue.activeVersion(name);
  }

  async set(versions: Readonly<Record<string, number>>): Promise<void> {
    this.database.transaction(() => {
      for (const [name, version] of Object.entries(versions)) {
        this.catalogue.assertExists({ name, version });
        this.database.run('INSERT OR REPLACE INTO aliases VALUES (?, ?)', name, version);
      }
    });
  }

  async remove(names: readonly string[]): Promise<void> {
    this.database.transaction(() => {
      for (const name of names) this.database.run('DELETE FROM aliases WHERE name = ?', name);
    });
  }

  async list(): Promise<readonly CollectionName[]> {
    return this.database
      .statement('SELECT name, version FROM aliases ORDER BY name')
      .all()
      .map((row) => ({ name: String(row.name), version: Number(row.version) }));
  }
}
