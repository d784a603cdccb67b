import { DefinitionRefused } from '#read-models';
import type { DocumentCollection, DocumentStore } from '#read-models';
import type { CollectionSpec, Projection } from '../runner';
import { ModelNotReady } from './errors';

/** Collections in the version that readers see, each opened once. The version is looked up every time. */
export class OpenCollections {
  private readonly opened = new Map<string, DocumentCollection<object>>();

  constructor(
    private readonly store: DocumentStore,
    private readonly projections: readonly Projection[],
  ) {}

  /** @throws {ModelNotReady} while it is being built */
  async active<D extends object>(name: string): Promise<DocumentCollection<D>> {
    const { projection, spec } = this.declared(name);
    const version = await this.store.alias.get(name);
    if (version === undefined) throw new ModelNotReady(projection.name);
    const key = `${name}@${version}`;
    const collection = this.opened.get(key) ?? (await this.open(spec, version, projection));
    this.opened.set(key, collection);
    // The projection that declares the collection determines the type of its documents.
    return collection as DocumentCollection<D>;
  }

  /** A version with other indexes than this program knows cannot answer its queries. */
  private async open(
    spec: CollectionSpec,
    version: number,
    projection: Projection,
  ): Promise<DocumentCollection<object>> {
    try {
      return await this.store.collection<object>({ ...spec, version });
    } catch (error) {
      const isOther = version !== projection.version;
      throw isOther && error instanceof DefinitionRefused
        ? new ModelNotReady(projection.name)
        : error;
    }
  }

  private declared(name: string): { projection: Projection; spec: CollectionSpec } {
    for (const projection of this.projections) {
      const spec = projection.collections.find((collection) => collection.name === name);
      if (spec !== undefined) return { projection, spec };
    }
    throw new TypeError(`No projection declares a collection ${name}`);
  }
}
