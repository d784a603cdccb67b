import { onServer } from '#read-models/contract';
import { TestDatabases } from '#read-models/mongodb/testing';
import { documentsOf, Installation, RunningService } from '../support';

onServer('TEST_MONGODB_URL', 'the sample year, with read models in MongoDB', (address) => {
  const installation = new Installation();
  const databases = new TestDatabases(address);

  afterAll(async () => {
    await installation.remove();
    await databases.remove();
  });

  it('makes the documents that a file holds, byte by byte, and makes them anew in another database', async () => {
    const [first, second] = [databases.newUrl(), databases.newUrl()];
    const { dataDir } = installation;
    const child = installation.spawnService('--read-models-url', first);
    await (await RunningService.listening(child)).stop();
    const inFile = await documentsOf(dataDir, installation.path('views.db'));

    expect(inFile.size).toBeGreaterThan(0);
    expect(await documentsOf(dataDir, first)).toEqual(inFile);
    expect(await documentsOf(dataDir, second)).toEqual(inFile);
  });
});
