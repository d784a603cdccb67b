import { EventStoreDouble } from '../../../test/eventstore-double';
import { startTestApi, withCommon, mutationOf } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

describe('a command that comes while the store is away', () => {
  let double: EventStoreDouble;
  let api: TestApi;

  beforeAll(async () => {
    double = await EventStoreDouble.start();
    api = await startTestApi({ stores: { eventLogUrl: double.url } });
  });

  afterAll(async () => {
    await api.stop();
    await double.stop();
  });

  it('waits for it, and is recorded once it is back', async () => {
    await double.tell({ kind: 'go-away', how: 'refuse' });
    const cell = { organisation: 'cell', kind: 'SUBORDINATE_CELL', name: 'Chi bộ' };
    const input = withCommon({ ...cell, organisationType: 'neighbourhood' });
    const answer = api.ask(mutationOf('establishOrganisation'), { input });
    // By now it has found the store away.
    await expect(api.service.log.head()).rejects.toMatchObject({ kind: 'LogUnavailable' });
    await double.tell({ kind: 'come-back' });

    expect((await answer).errors).toEqual([]);
    expect((await double.report()).events).toHaveLength(1);
  });
});
