import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentStoreContract } from '../contract';
import { openSqliteDocumentStore } from '.';

const folder = mkdtempSync(join(tmpdir(), 'read-models-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
documentStoreContract('SQLite', async () => {
  files += 1;
  return openSqliteDocumentStore({ path: join(folder, `views-${files}.db`) });
});
