import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { documentsOf, Installation } from '../support';

describe('read models', () => {
  const installation = new Installation();
  const views = join(installation.dataDir, 'views.db');

  afterAll(() => installation.remove());

  it('that are deleted are built again, byte by byte as they were', async () => {
    await (await installation.startWithSample()).stop();
    const before = await documentsOf(installation.dataDir, views);

    for (const file of [views, `${views}-wal`, `${views}-shm`]) rmSync(file, { force: true });
    await (await untilReady(installation)).stop();

    expect(before.size).toBeGreaterThan(0);
    expect(await documentsOf(installation.dataDir, views)).toEqual(before);
  });
});

async function untilReady(installation: Installation) {
  const service = await installation.start();
  // A read that names the last position waits for the read model that answers it.
  const { status } = await service.client.ask<{ status: { position: string } }>(
    '{ status { position } }',
  );
  await service.client.ask(
    'query ($p: Position) { scorecards(year: 2024, atLeast: $p) { edges { cursor } } }',
    {
      p: status.position,
    },
  );
  return service;
}
