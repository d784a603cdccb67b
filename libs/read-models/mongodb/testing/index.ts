export { CountingOwner, tallied } from './counting-owner';
export { FAULTS, MongodbServer, type Fault } from './mongodb-server';
export { TestDatabases } from './test-databases';
