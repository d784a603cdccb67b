import { databaseNameIn, mongoClient } from '#mongodb-client';
import type { MongoAddress } from '#mongodb-client';
import type { SubjectKeyStore } from '../subject-key-store.port';
import { MongoSubjectKeys } from './mongo-subject-keys';

/**
 * Keys of subjects in a MongoDB database of their own, for several services. Nothing is asked of the server before a key
 * is: every call rejects with SubjectKeysUnavailable while it cannot be reached.
 * @throws {Error} when the address cannot be understood
 */
export function openMongoSubjectKeys(address: MongoAddress): SubjectKeyStore {
  const client = mongoClient(address, 'quick');
  return new MongoSubjectKeys(client.db(databaseNameIn(address.url)), () => client.close());
}
