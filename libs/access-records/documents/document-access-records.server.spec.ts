import { onServer } from '#read-models/contract';
import { openMongoDocumentStore } from '#read-models/mongodb';
import { TestDatabases } from '#read-models/mongodb/testing';
import { accessRecordsContract } from '../contract';
import { DocumentAccessRecords } from '.';

onServer('TEST_MONGODB_URL', 'who looked in MongoDB', (server) => {
  const databases = new TestDatabases(server);
  afterAll(() => databases.remove());

  let started = 0;
  accessRecordsContract('MongoDB', () => {
    const url = databases.newUrl();
    return (now) => {
      started += 1;
      const documents = openMongoDocumentStore({ url });
      return new DocumentAccessRecords({
        documents,
        holder: `process ${started}`,
        now,
        leaseMs: 60_000,
      });
    };
  });
});
