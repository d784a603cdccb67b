import type { Batch, DocumentStore } from '#read-models';

/** The process died in the middle of writing. */
export class Died extends Error {
  override readonly name = 'Died';
}

/**
 * A store as a document database without transactions is: a commit writes document by document, then
 * the revisions, then the checkpoint. It dies after so many of these writes, for good.
 */
export function dyingStore(store: DocumentStore, writesLeft: number): DocumentStore {
  let left = writesLeft;
  const live = (): void => {
    if (left === 0) throw new Died('The process died');
    left -= 1;
  };
  const commit = async ({ owner, writes, revisions, checkpoint }: Batch): Promise<void> => {
    for (const { collection: name, changes } of writes) {
      const collection = opened.get(`${name.name}@${name.version}`);
      if (collection === undefined) throw new TypeError(`${name.name} was not opened`);
      for (const change of changes) {
        live();
        await (await collection).write([change], owner);
      }
    }
    if (revisions !== undefined) {
      live();
      await store.revisions(owner.projection).save(revisions, owner);
    }
    if (checkpoint !== undefined) {
      live();
      await store.checkpoint(owner.projection).save(checkpoint, owner);
    }
  };
  const opened = new Map<string, ReturnType<DocumentStore['collection']>>();
  return new Proxy(store, {
    get: (target, property) => {
      if (property === 'commit') return commit;
      if (property === 'collection') {
        return (...[definition, options]: Parameters<DocumentStore['collection']>) => {
          const collection = target.collection(definition, options);
          opened.set(`${definition.name}@${definition.version}`, collection);
          return collection;
        };
      }
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
