import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { backUpSqliteEventLog } from '#event-log/sqlite';
import { startTestApi } from '../testing/test-api';

describe('the files of a service', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rights-'));
  const dataDir = join(folder, 'data');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
  const rights = () =>
    readdirSync(dataDir, { withFileTypes: true }).map((file) => [
      file.name,
      file.isDirectory(),
      modeOf(join(dataDir, file.name)),
    ]);
  const ownersOnly = () =>
    readdirSync(dataDir, { withFileTypes: true }).map((file) => [
      file.name,
      file.isDirectory(),
      file.isDirectory() ? '700' : '600',
    ]);

  it('are for its user only, the folder too, and those of an earlier version become so', async () => {
    const first = await startTestApi({ dataDir });

    expect(modeOf(dataDir)).toBe('700');
    expect(rights()).toEqual(ownersOnly());

    await first.close();
    for (const name of ['log.db', 'views.db', 'log.db.lock']) chmodSync(join(dataDir, name), 0o644);
    const second = await startTestApi({ dataDir });

    expect(rights()).toEqual(ownersOnly());

    await second.close();
  });

  it('are backed up with the same rights, and not at all where an event cannot be read', async () => {
    const api = await startTestApi({ dataDir });
    await api.record('establishOrganisation', {
      organisation: 'cell-1',
      kind: 'GRASSROOTS_CELL',
      name: 'Chi bộ 1',
      organisationType: 'agency',
    });
    await api.close();
    const path = join(dataDir, 'log.db');
    const to = join(folder, 'copy', 'log.db');

    expect(await backUpSqliteEventLog({ path, to })).toBe(1);
    expect([modeOf(join(folder, 'copy')), modeOf(to)]).toEqual(['700', '600']);

    const db = new DatabaseSync(path);
    db.exec("UPDATE event SET data = '{'");
    db.close();
    const second = join(folder, 'second', 'log.db');
    await expect(backUpSqliteEventLog({ path, to: second })).rejects.toThrow('cannot be read');

    expect(readdirSync(join(folder, 'second'))).toEqual([]);
  });
});
