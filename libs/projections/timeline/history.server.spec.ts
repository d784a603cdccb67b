import { runs } from '#vocabulary/testing';
import { onServer } from '#read-models/contract';
import { openMongoDocumentStore } from '#read-models/mongodb';
import { TestDatabases } from '#read-models/mongodb/testing';
import { historyLaws } from './testing';

onServer('TEST_MONGODB_URL', 'histories in MongoDB', (server) => {
  const databases = new TestDatabases(server);
  afterAll(() => databases.remove());

  historyLaws('MongoDB', () => openMongoDocumentStore({ url: databases.newUrl() }), {
    numRuns: runs(10),
  });
});
