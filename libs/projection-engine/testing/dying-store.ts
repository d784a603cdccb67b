import type {
  Batch,
  CollectionDefinition,
  CollectionName,
  CollectionOptions,
  DocumentCollection,
  DocumentStore,
  PostingCollection,
} from '#read-models';
import { overriding } from './overriding';

/** The process died in the middle of writing. */
export class Died extends Error {
  override readonly name = 'Died';
}

/**
 * A store as a document database without transactions is: a commit writes document by document, posting by
 * posting, then the checkpoint. It dies after so many of these writes, for good.
 */
export function dyingStore(store: DocumentStore, writesLeft: number): DocumentStore {
  let left = writesLeft;
  const live = (): void => {
    if (left === 0) throw new Died('The process died');
    left -= 1;
  };
  const opened = new Map<string, Pick<DocumentCollection<object>, 'write'>>();
  const openedPostings = new Map<string, PostingCollection>();
  const commit = async ({ owner, writes, postings, checkpoint }: Batch): Promise<void> => {
    for (const { collection: name, changes } of writes) {
      const collection = opened.get(nameOf(name));
      if (collection === undefined) throw new TypeError(`${name.name} was not opened`);
      for (const change of changes) {
        live();
        await collection.write([change], owner);
      }
    }
    if (postings !== undefined) {
      const collection = openedPostings.get(nameOf(postings.collection));
      const { name } = postings.collection;
      if (collection === undefined) throw new TypeError(`${name} was not opened`);
      for (const posting of postings.postings) {
        live();
        await collection.add([posting], owner);
      }
    }
    if (checkpoint !== undefined) {
      live();
      await store.checkpoint(owner.projection).save(checkpoint, owner);
    }
  };
  return overriding(store, {
    commit,
    collection: async <D extends object>(
      definition: CollectionDefinition,
      options?: CollectionOptions,
    ) => {
      const collection = await store.collection<D>(definition, options);
      opened.set(nameOf(definition), collection);
      return collection;
    },
    postings: async (name: CollectionName, options?: CollectionOptions) => {
      const postings = await store.postings(name, options);
      openedPostings.set(nameOf(name), postings);
      return postings;
    },
  });
}

function nameOf({ name, version }: CollectionName): string {
  return `${name}@${version}`;
}
