import type { CollectionName } from '../definition';
import type { Aliases } from '../document-store.port';
import type { Catalogue } from './catalogue';

export class MongoAliases implements Aliases {
  constructor(private readonly catalogue: Catalogue) {}

  async get(name: string): Promise<number | undefined> {
    return (await this.catalogue.aliases())[name];
  }

  async set(versions: Readonly<Record<string, number>>): Promise<void> {
    await this.catalogue.setAliases(versions);
  }

  async remove(names: readonly string[]): Promise<void> {
    await this.catalogue.removeAliases(names);
  }

  async list(): Promise<readonly CollectionName[]> {
    return Object.entries(await this.catalogue.aliases())
      .map(([name, version]) => ({ name, version }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}
