import { documentStoreContract, onServer } from '../contract';
import { openMongoDocumentStore } from '.';
import { TestDatabases } from './testing';

onServer('TEST_MONGODB_URL', 'read models in MongoDB', (server) => {
  const databases = new TestDatabases(server);
  afterAll(() => databases.remove());

  documentStoreContract('MongoDB', () =>
    Promise.resolve(openMongoDocumentStore({ url: databases.newUrl() })),
  );
});
