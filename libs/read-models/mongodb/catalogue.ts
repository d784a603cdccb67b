import { randomBytes } from 'node:crypto';
import type { Collection, Db } from 'mongodb';
import type { CollectionDefinition, CollectionName } from '../definition';
import { CollectionUnknown, DefinitionRefused, VersionActive } from '../errors';
import { isDuplicateKey } from '#mongodb-client';
import { asked } from './failures';

/** One version of a collection. */
export interface CatalogueEntry {
  readonly name: string;
  readonly version: number;
  /** The declared indexes, as JSON. */
  readonly definition: string;
  /**
   * The collection that holds the documents: a name used once, so that a write on its way to a version that was dropped
   * cannot reach the one created after it.
   */
  readonly collection: string;
  /** Names of the indexes still to be built. */
  readonly deferred: readonly string[];
}

interface CatalogueDocument {
  readonly _id: 'catalogue';
  readonly entries: Readonly<Record<string, CatalogueEntry>>;
  /** The version that readers see, by collection. */
  readonly aliases: Readonly<Record<string, number>>;
}

/** In the place of the indexes, of a collection of postings. */
const POSTINGS = JSON.stringify('postings');

const ID = { _id: 'catalogue' } as const;

export function versionName({ name, version }: CollectionName): string {
  return `${name}_v${version}`;
}

/**
 * Which collections there are and which versions readers see: one document, so that each change of it is atomic and can
 * be guarded by all the rest.
 */
export class Catalogue {
  readonly #documents: Collection<CatalogueDocument>;

  constructor(private readonly database: Db) {
    this.#documents = database.collection('catalogue');
  }

  /** Enters the definition, or checks that it is the one entered. @throws {DefinitionRefused} */
  async open(definition: CollectionDefinition): Promise<CatalogueEntry> {
    const deferred = definition.indexes.map((index) => index.name);
    return this.#open(definition, JSON.stringify(definition.indexes), deferred);
  }

  /** @throws {DefinitionRefused} where there are documents of this name and version */
  async openPostings(collection: CollectionName): Promise<CatalogueEntry> {
    return this.#open(collection, POSTINGS, []);
  }

  async #open(
    { name, version }: CollectionName,
    definition: string,
    deferred: readonly string[],
  ): Promise<CatalogueEntry> {
    const collection = { name, version };
    const entry =
      (await this.entry(collection)) ?? (await this.#enter(collection, definition, deferred));
    if (entry.definition === definition) return entry;
    throw new DefinitionRefused(
      collection,
      'exists with other indexes; a changed definition needs a new version',
    );
  }

  async entry(collection: CollectionName): Promise<CatalogueEntry | undefined> {
    const name = versionName(collection);
    return (await this.#read({ [`entries.${name}`]: 1 })).entries?.[name];
  }

  async versions(name: string): Promise<number[]> {
    const { entries = {} } = await this.#read({ entries: 1 });
    return Object.values(entries)
      .filter((entry) => entry.name === name)
      .map(({ version }) => version)
      .sort((a, b) => a - b);
  }

  async markBuilt(collection: CollectionName, indexes: readonly string[]): Promise<void> {
    const place = `entries.${versionName(collection)}`;
    await asked(() =>
      this.#documents.updateOne(
        { ...ID, [place]: { $exists: true } },
        { $pull: { [`${place}.deferred`]: { $in: indexes } } },
      ),
    );
  }

  async aliases(): Promise<Readonly<Record<string, number>>> {
    return (await this.#read({ aliases: 1 })).aliases ?? {};
  }

  /** @throws {CollectionUnknown} */
  async setAliases(versions: Readonly<Record<string, number>>): Promise<void> {
    const named = Object.entries(versions).map(([name, version]) => ({ name, version }));
    if (named.length === 0) return;
    const allExist = Object.fromEntries(
      named.map((each) => [`entries.${versionName(each)}`, { $exists: true }]),
    );
    const set = Object.fromEntries(named.map(({ name, version }) => [`aliases.${name}`, version]));
    const { matchedCount } = await asked(() =>
      this.#documents.updateOne({ ...ID, ...allExist }, { $set: set }),
    );
    if (matchedCount > 0) return;
    const { entries = {} } = await this.#read({ entries: 1 });
    const unknown = named.find((each) => entries[versionName(each)] === undefined);
    // Created since: whoever sets them again finds them.
    throw new CollectionUnknown(unknown ?? named[0] ?? { name: '', version: 0 });
  }

  async removeAliases(names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    const unset = Object.fromEntries(names.map((name) => [`aliases.${name}`, '' as const]));
    await asked(() => this.#documents.updateOne(ID, { $unset: unset }));
  }

  /** First from the catalogue: a crash in between leaves documents that nothing refers to. @throws {VersionActive} */
  async drop(collection: CollectionName): Promise<void> {
    const { name, version } = collection;
    const place = `entries.${versionName(collection)}`;
    const before = await asked(() =>
      this.#documents.findOneAndUpdate(
        { ...ID, [place]: { $exists: true }, [`aliases.${name}`]: { $ne: version } },
        { $unset: { [place]: '' } },
      ),
    );
    const entry = before?.entries[versionName(collection)];
    if (entry !== undefined) await asked(() => this.database.dropCollection(entry.collection));
    else if ((await this.entry(collection)) !== undefined) throw new VersionActive(collection);
  }

  async dropEverything(): Promise<void> {
    const { entries = {} } = await this.#read({ entries: 1 });
    await asked(() => this.#documents.deleteOne(ID));
    for (const { collection } of Object.values(entries)) {
      await asked(() => this.database.dropCollection(collection));
    }
  }

  async #enter(
    collection: CollectionName,
    definition: string,
    deferred: readonly string[],
  ): Promise<CatalogueEntry> {
    const { name, version } = collection;
    const place = `entries.${versionName(collection)}`;
    const entry: CatalogueEntry = {
      name,
      version,
      definition,
      collection: `${versionName(collection)}_${randomBytes(4).toString('hex')}`,
      deferred,
    };
    await this.#exists();
    await asked(() =>
      this.#documents.updateOne(
        { ...ID, [place]: { $exists: false } },
        { $set: { [place]: entry } },
      ),
    );
    // Another process may have been first.
    return (await this.entry(collection)) ?? entry;
  }

  async #exists(): Promise<void> {
    try {
      await asked(() =>
        this.#documents.updateOne(
          ID,
          { $setOnInsert: { entries: {}, aliases: {} } },
          { upsert: true },
        ),
      );
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }

  /** Readers ask for an alias with every question: the definitions stay where they are. */
  async #read(projection: Readonly<Record<string, 1>>): Promise<Partial<CatalogueDocument>> {
    return (await asked(() => this.#documents.findOne(ID, { projection }))) ?? {};
  }
}
