import { DefinitionRefused } from '#read-models';
import type { DocumentCollection, DocumentStore, PostingCollection } from '#read-models';
import type { Projection } from '../runner';
import { ModelNotReady } from './errors';

/** Collections in the version that readers see, each opened once. The version is looked up every time. */
export class OpenCollections {
  private readonly opened = new Map<string, DocumentCollection<object>>();
  private readonly openedPostings = new Map<string, PostingCollection>();

  constructor(
    private readonly store: DocumentStore,
    private readonly projections: readonly Projection[],
  ) {}

  /** @throws {ModelNotReady} while it is being built */
  async active<D extends object>(name: string): Promise<DocumentCollection<D>> {
    const { projection, part } = this.declared(name, ({ collections }) =>
      collections.find((collection) => collection.name === name),
    );
    const version = await this.shownVersion(name, projection);
    const key = `${name}@${version}`;
    const collection =
      this.opened.get(key) ??
      (await openedAs(version, projection, () => this.store.collection({ ...part, version })));
    this.opened.set(key, collection);
    // The projection that declares the collection determines the type of its documents.
    return collection as DocumentCollection<D>;
  }

  /** @throws {ModelNotReady} while it is being built */
  async activePostings(name: string): Promise<PostingCollection> {
    const { projection } = this.declared(name, ({ postings }) =>
      postings?.name === name ? postings : undefined,
    );
    const version = await this.shownVersion(name, projection);
    const key = `${name}@${version}`;
    const postings =
      this.openedPostings.get(key) ??
      (await openedAs(version, projection, () => this.store.postings({ name, version })));
    this.openedPostings.set(key, postings);
    return postings;
  }

  private async shownVersion(name: string, projection: Projection): Promise<number> {
    const version = await this.store.alias.get(name);
    if (version === undefined) throw new ModelNotReady(projection.name);
    return version;
  }

  private declared<Part>(
    name: string,
    partOf: (projection: Projection) => Part | undefined,
  ): { projection: Projection; part: Part } {
    for (const projection of this.projections) {
      const part = partOf(projection);
      if (part !== undefined) return { projection, part };
    }
    throw new TypeError(`No projection declares a collection ${name}`);
  }
}

/** A version with another definition than this program knows cannot answer its queries. */
async function openedAs<Collection>(
  version: number,
  projection: Projection,
  open: () => Promise<Collection>,
): Promise<Collection> {
  try {
    return await open();
  } catch (error) {
    const isOther = version !== projection.version;
    throw isOther && error instanceof DefinitionRefused
      ? new ModelNotReady(projection.name)
      : error;
  }
}
