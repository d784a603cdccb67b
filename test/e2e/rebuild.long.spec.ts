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
    const service = await installation.start();
    // Ready is who has counted everything that was recorded before the start.
    await service.untilReadinessIs(200);
    await service.stop();

    expect(before.size).toBeGreaterThan(0);
    expect(await documentsOf(installation.dataDir, views)).toEqual(before);
  });
});
