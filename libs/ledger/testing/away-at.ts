import { ReadModelsUnavailable } from '#read-models';
import type { DocumentCollection, DocumentStore } from '#read-models';

/** Whether the store answers, is away, or goes away once it has done what it was asked. */
export type Weather = 'fine' | 'before' | 'after';

/** A store that is away now and then. */
export function awayAt(documents: DocumentStore, weather: () => Weather): DocumentStore {
  const asked = async <T>(work: () => Promise<T>): Promise<T> => {
    const now = weather();
    if (now === 'before') throw new ReadModelsUnavailable('before');
    const answer = await work();
    if (now === 'after') throw new ReadModelsUnavailable('after');
    return answer;
  };
  const inWeather = <D extends object>(
    collection: DocumentCollection<D>,
  ): DocumentCollection<D> => ({
    ...collection,
    load: (ids) => asked(() => collection.load(ids)),
    write: (changes, owner) => asked(() => collection.write(changes, owner)),
    find: (query) => asked(() => collection.find(query)),
  });
  return {
    ...documents,
    collection: (definition) =>
      asked(() => documents.collection(definition)).then((collection) =>
        inWeather(collection as never),
      ),
    lease: {
      acquire: (request) => asked(() => documents.lease.acquire(request)),
      renew: (owner, terms) => asked(() => documents.lease.renew(owner, terms)),
      release: (owner) => asked(() => documents.lease.release(owner)),
      current: (projection) => documents.lease.current(projection),
    },
    close: () => documents.close(),
  };
}
