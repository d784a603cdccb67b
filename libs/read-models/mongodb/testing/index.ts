export { TestDatabases } from './test-databases';
