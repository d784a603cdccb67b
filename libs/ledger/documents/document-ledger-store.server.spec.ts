import { onServer } from '#read-models/contract';
import { openMongoDocumentStore } from '#read-models/mongodb';
import { TestDatabases } from '#read-models/mongodb/testing';
import { ledgerStoreContract } from '../contract';
import { DocumentLedgerStore, LEDGER_LEASE } from '.';

onServer('TEST_MONGODB_URL', 'a ledger in MongoDB', (server) => {
  const databases = new TestDatabases(server);
  afterAll(() => databases.remove());

  ledgerStoreContract('MongoDB', () => {
    const url = databases.newUrl();
    return async () => {
      const documents = openMongoDocumentStore({ url });
      const terms = { projection: LEDGER_LEASE, holder: 'one', ttlMs: 1, now: 0 };
      const owner = await documents.lease.acquire(terms);
      return new DocumentLedgerStore(documents, () => owner);
    };
  });
});
