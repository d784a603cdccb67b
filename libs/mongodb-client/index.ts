export { databaseNameIn, mongoClient } from './client';
export type { MongoAddress } from './client';
export { DUPLICATE_KEY, isAway, isDuplicateKey } from './failures';
