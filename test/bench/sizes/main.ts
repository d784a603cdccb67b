import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Imported, ImportRequest } from '../parts/import.part';
import type { MongodbRebuildRequest } from '../parts/mongodb-rebuild.part';
import type { Round } from '../parts/part';
import { PartProcess } from '../parts/part-process';
import { writeBundle } from '../synthetic/write-bundle';
import { asMarkdown } from './as-markdown';
import { collectionsOf } from './mongodb-sizes';
import { tablesOf } from './sqlite-sizes';

/** A district: 56 grassroots committees, 280 cells, 5,040 members, and a year of all of them. */
const DISTRICT = { wards: 56, cellsPerWard: 5, membersPerCell: 18, years: [2024] };

/** What a district's year takes in each store, measured: what docs/operations reckons with. */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'four-good-sizes-'));
  try {
    const bundle = join(folder, 'bundle');
    const rows = writeBundle(bundle, DISTRICT);
    const { log, units } = await done<ImportRequest, Imported>(folder, 'import', {
      bundle,
      dataDir: folder,
    });
    print(`A district's year: ${rows} rows, ${units} events`);
    print(asMarkdown('Log in a file', units, tablesOf(log)));
    print(asMarkdown('Read models in a file', units, tablesOf(join(folder, 'views.db'))));
    const server = process.env.TEST_MONGODB_URL ?? '';
    if (server !== '') {
      const url = new URL(server);
      url.pathname = '/sizes';
      url.search = 'socketTimeoutMS=600000&wtimeoutMS=600000';
      await done<MongodbRebuildRequest, Round>(folder, 'mongodb-rebuild', { log, url: url.href });
      print(asMarkdown('Read models in MongoDB', units, await collectionsOf(url.href)));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function done<Request, Answer>(
  folder: string,
  name: string,
  request: Request,
): Promise<Answer> {
  const part = await PartProcess.start<void, Request, Answer>(name, null, { folder });
  try {
    return await part.ask(request);
  } finally {
    await part.close();
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
