import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { MongoClient } from 'mongodb';
import { databaseNameIn } from '#mongodb-client';
import { onServer } from '#read-models/contract';
import { TestDatabases } from '#read-models/mongodb/testing';
import { recognisedCell } from '../../apps/api/testing/recognised-cell';
import { startTestApi } from '../../apps/api/testing/test-api';
import type { TestApi, TestStores } from '../../apps/api/testing/test-api';
import { built } from '../support/project';

/** What somebody does who can write the read models, and would have a scorecard say something else. */
const [SAID, CHANGED] = ['"status":"MET"', '"status":"FAILED"'];

/** @param tamper changes it wherever it stands; told in how many documents */
function changedScorecards(
  store: string,
  stores: () => TestStores,
  tamper: (api: TestApi) => Promise<number>,
): void {
  describe(`Scorecards that were changed behind the service, in ${store}`, () => {
    let api: TestApi;
    beforeAll(async () => {
      api = await startTestApi({ stores: stores() });
      await recognisedCell(api);
      await api.settle();
    });
    afterAll(() => api.stop());

    async function audit(...args: readonly string[]): Promise<{ code: number; stdout: string }> {
      try {
        const done = await promisify(execFile)(process.execPath, [built('main', 'audit'), ...args]);
        return { code: 0, stdout: done.stdout };
      } catch (error) {
        const { code, stdout } = error as { readonly code: number; readonly stdout: string };
        return { code, stdout };
      }
    }

    it('are found by who computes them again from the history', async () => {
      const history = join(api.dataDir, 'exported');
      expect(await audit('export', '--url', api.url, '--out', history)).toMatchObject({ code: 0 });
      const compare = ['--json', 'replay', history, '--compare', api.url];
      expect(await audit(...compare)).toMatchObject({ code: 0 });

      expect(await tamper(api)).toBeGreaterThan(0);

      const { code, stdout } = await audit(...compare);
      expect(code).toBe(1);
      expect(JSON.parse(stdout)).toMatchObject({
        ok: false,
        differences: expect.arrayContaining([
          expect.objectContaining({ organisation: 'cell', year: 2024 }),
        ]),
      });
      // The history itself is what was signed.
      expect(await audit('verify', history)).toMatchObject({ code: 0 });
    });
  });
}

changedScorecards(
  'a file',
  () => ({}),
  (api) => {
    const database = new DatabaseSync(join(api.dataDir, 'views.db'), { timeout: 10_000 });
    const tables = database
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%json%'`)
      .all();
    let changed = 0;
    for (const { name } of tables) {
      const change = `UPDATE "${String(name)}" SET json = replace(json, ?, ?) WHERE instr(json, ?)`;
      changed += Number(database.prepare(change).run(SAID, CHANGED, SAID).changes);
    }
    database.close();
    return Promise.resolve(changed);
  },
);

onServer('TEST_MONGODB_URL', 'changed read models in MongoDB', (server) => {
  const databases = new TestDatabases(server);
  const url = databases.newUrl();
  afterAll(() => databases.remove());

  changedScorecards(
    'MongoDB',
    () => ({ readModelsUrl: url }),
    async () => {
      const client = new MongoClient(url, { useBigInt64: true });
      let changed = 0;
      for (const collection of await client.db(databaseNameIn(url)).collections()) {
        const found = await collection.find({ json: { $regex: SAID } }).toArray();
        for (const { _id, json } of found) {
          const said = String(json).replaceAll(SAID, CHANGED);
          await collection.updateOne({ _id }, { $set: { json: said } });
          changed += 1;
        }
      }
      await client.close();
      return changed;
    },
  );
});
