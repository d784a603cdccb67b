import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReadModelsUnavailable } from '../errors';
import { Database } from './database';

describe('the file of the read models', () => {
  const folder = mkdtempSync(join(tmpdir(), 'read-models-'));
  const database = new Database(join(folder, 'views.db'));
  database.exec('CREATE TABLE filling (text TEXT)');
  const pages = Number(database.statement('PRAGMA page_count').get()?.page_count);

  afterAll(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });

  const write = () =>
    database.transaction(() => database.run('INSERT INTO filling VALUES (zeroblob(1000000))'));
  const rows = () => database.statement('SELECT count(*) AS rows FROM filling').get()?.rows;

  it('counts as away, and holds nothing half-written, while there is no room for more', () => {
    database.exec(`PRAGMA max_page_count = ${pages + 10}`);

    expect(write).toThrow(ReadModelsUnavailable);
    expect(rows()).toBe(0);
  });

  it('goes on when there is room again', () => {
    database.exec('PRAGMA max_page_count = 100000');

    expect(write()).toBe(1);
    expect(rows()).toBe(1);
  });

  it('lets through what is wrong with the work itself', () => {
    const failing = () =>
      database.transaction(() => database.run('INSERT INTO nowhere VALUES (1)'));

    expect(failing).toThrow('no such table');
    expect(failing).not.toThrow(ReadModelsUnavailable);
  });
});
