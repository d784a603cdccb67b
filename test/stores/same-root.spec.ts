import { GrowingTree, leafOf } from '#ledger';
import { openStoredLogToRead } from '#composition';
import type { EventLogSettings } from '#composition';
import { EventStoreDouble } from '../eventstore-double';
import { Installation, move, SAMPLE } from '../support';

async function rootOf(settings: EventLogSettings): Promise<string> {
  const log = openStoredLogToRead(settings);
  const tree = new GrowingTree();
  for await (const event of log.readAll()) tree.add(leafOf(event));
  await log.close();
  return `${tree.size} ${tree.root().toString('base64')}`;
}

describe('The same history', () => {
  const installation = new Installation();
  let double: EventStoreDouble;

  beforeAll(async () => {
    double = await EventStoreDouble.start();
  });
  afterAll(async () => {
    await installation.remove();
    await double.stop();
  });

  it('has the same root in SQLite, in EventStoreDB, and moved from one to the other and back', async () => {
    expect((await installation.import(SAMPLE)).code).toBe(0);
    const log = { eventLogUrl: `sqlite:${installation.dataDir}/log.db` };
    const elsewhere = { eventLogUrl: double.url };
    const back = { eventLogUrl: `sqlite:${installation.path('back.db')}` };
    await move(log, elsewhere);
    await move(elsewhere, back);
    const root = await rootOf(log);
    expect(await rootOf(elsewhere)).toBe(root);
    expect(await rootOf(back)).toBe(root);
  });
});
