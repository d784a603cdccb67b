import { onServer } from '#read-models/contract';
import { TestDatabases } from '#read-models/mongodb/testing';
import { subjectKeysContract } from '../contract';
import { openMongoSubjectKeys } from '.';

onServer('TEST_MONGODB_URL', 'keys of subjects in MongoDB', (server) => {
  const databases = new TestDatabases(server);
  afterAll(() => databases.remove());

  subjectKeysContract('MongoDB', () => {
    const url = databases.newUrl();
    return () => openMongoSubjectKeys({ url });
  });
});
