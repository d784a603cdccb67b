import type { DocumentStore } from '../document-store.port';
import { databaseNameIn, mongoClient, type MongoAddress } from '#mongodb-client';
import { MongoDocumentStore } from './mongo-document-store';

export type { MongoAddress } from '#mongodb-client';

/**
 * Read models in a MongoDB database, for several processes. Nothing is asked of the server before the store is: every
 * call rejects with ReadModelsUnavailable while it cannot be reached.
 * @throws {Error} when the address cannot be understood
 */
export function openMongoDocumentStore(address: MongoAddress): DocumentStore {
  const name = databaseNameIn(address.url);
  const [quick, long] = [mongoClient(address, 'quick'), mongoClient(address, 'long')];
  return new MongoDocumentStore({ quick: quick.db(name), long: long.db(name) }, async () => {
    await Promise.all([quick.close(), long.close()]);
  });
}
