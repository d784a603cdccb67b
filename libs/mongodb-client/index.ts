export { databaseNameIn, mongoClient } from './client';
export type { MongoAddress } from './client';
export { isAway, isDuplicateKey, isOnlyDuplicateKeys } from './failures';
