import { join } from 'node:path';
import type { EventLogSettings } from '#composition';
import type { RecordedEvent } from '#event-log';
import { documentsOf, Installation, move, numbered, recordedEvents } from '../support';
import type { Documents } from '../support';
import { onEveryCombination, ownStores } from '../support/combinations';
import type { OwnStores } from '../support/combinations';

describe('the sample year', () => {
  const installation = new Installation();
  const recorded = `sqlite:${join(installation.dataDir, 'log.db')}`;
  let original: readonly RecordedEvent[];
  let expected: Documents;

  beforeAll(async () => {
    await (await installation.startWithSample()).stop();
    original = await recordedEvents(installation.dataDir);
    const inFiles = await documentsOf(installation.dataDir, join(installation.dataDir, 'views.db'));
    expected = numbered(inFiles, original);
  });

  afterAll(() => installation.remove());

  onEveryCombination((combination) => {
    let stores: OwnStores;
    let log: EventLogSettings;

    beforeAll(async () => {
      stores = await ownStores(combination);
      const { eventLogUrl = recorded, ...place } = stores.addresses;
      log = { ...place, eventLogUrl };
      if (eventLogUrl !== recorded) await move({ eventLogUrl: recorded }, log);
    });

    afterAll(() => stores.remove());

    it('becomes the documents that the service has made of it in files, byte by byte', async () => {
      const anew = stores.addresses.readModelsUrl ?? installation.path(`${combination.log}.db`);
      const documents = await documentsOf(log, anew);

      expect(expected.size).toBeGreaterThan(0);
      expect(numbered(documents, await recordedEvents(log), original)).toEqual(expected);
    });
  });
});
