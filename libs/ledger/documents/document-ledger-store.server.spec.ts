import { onServer } from '#read-models/contract';
import { openMongoDocumentStore } from '#read-models/mongodb';
import { TestDatabases } from '#read-models/mongodb/testing';
import { ledgerStoreContract } from '../contract';
import { DocumentLedgerTrees } from '.';

onServer('TEST_MONGODB_URL', 'a ledger in MongoDB', (server) => {
  const databases = new TestDatabases(server);
  afterAll(() => databases.remove());

  ledgerStoreContract('MongoDB', () => {
    const url = databases.newUrl();
    return () => {
      const documents = openMongoDocumentStore({ url });
      return Promise.resolve(
        new DocumentLedgerTrees({
          name: 'ledger',
          documents,
          holder: 'one',
          now: () => new Date(),
        }),
      );
    };
  });
});
