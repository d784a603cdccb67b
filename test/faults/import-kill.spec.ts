import { randomInt } from 'node:crypto';
import { cpSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as elapsed } from 'node:timers/promises';
import {
  documentsOf,
  endOf,
  factsOf,
  Installation,
  recordedEvents,
  SAMPLE,
  verdictsOf,
} from '../support';
import type { Ended } from '../support';
import { writePortion } from './bundle-portion';

const KILLS = 5;
const TIME_LIMIT_MS = 120_000;

/** An installation with a bundle of its own: the import leaves its report there. */
function officeWithSample(): { readonly office: Installation; readonly bundle: string } {
  const office = new Installation();
  offices.push(office);
  const bundle = office.path('bundle');
  cpSync(SAMPLE, bundle, { recursive: true });
  return { office, bundle };
}

const offices: Installation[] = [];

/** What an office has come to: what is recorded, and what follows from it. */
async function resultOf({ dataDir }: Installation): Promise<object> {
  const facts = factsOf(await recordedEvents(dataDir));
  const verdicts = verdictsOf(await documentsOf(dataDir, join(dataDir, 'views.db')));
  return { facts, verdicts };
}

describe('an import', () => {
  let uninterrupted: object;
  let bytesWritten: number;

  beforeAll(async () => {
    const { office, bundle } = officeWithSample();
    const { code, stdout } = await office.import(bundle);
    if (code !== 0) throw new Error(`The sample is not valid: ${stdout}`);
    bytesWritten = sizeOf(office.dataDir);
    uninterrupted = await resultOf(office);
  }, TIME_LIMIT_MS);

  afterAll(() => Promise.all(offices.map((office) => office.remove())));

  it(
    'that is killed in the middle and started again, several times, records what one that was not does',
    async () => {
      const { office, bundle } = officeWithSample();
      const ends: Ended[] = [];
      for (let kill = 1; kill <= KILLS; kill += 1) {
        ends.push(await importUntil(office, bundle, randomInt(bytesWritten)));
      }
      const { code } = await office.import(bundle);

      expect(ends).toContainEqual({ code: null, signal: 'SIGKILL' });
      expect(code).toBe(0);
      expect(await resultOf(office)).toEqual(uninterrupted);
      const { dataDir } = office;
      expect(await documentsOf(dataDir, join(dataDir, 'views.db'))).toEqual(
        await documentsOf(dataDir, office.path('rebuilt.db')),
      );
    },
    TIME_LIMIT_MS,
  );

  it(
    'in two portions records what one of all rows at once does, and repeated adds nothing',
    async () => {
      const { office, bundle } = officeWithSample();
      const portion = office.path('until-june');
      writePortion(bundle, portion, '2024-06-30');
      const first = await office.import(portion);
      const known = await recordedEvents(office.dataDir);
      const second = await office.import(bundle);
      const all = await recordedEvents(office.dataDir);
      const third = await office.import(bundle);

      expect([first, second, third]).toEqual(Array(3).fill(expect.objectContaining({ code: 0 })));
      expect(known.length).toBeGreaterThan(0);
      expect(known.length).toBeLessThan(all.length);
      expect(await recordedEvents(office.dataDir)).toEqual(all);
      expect(await resultOf(office)).toEqual(uninterrupted);
      expect(third.stdout).not.toMatch(/[1-9]\d* (recorded|refused)/);
    },
    TIME_LIMIT_MS,
  );
});

/** Kills the import once it has written so much more; it may have come to its end before. */
async function importUntil(office: Installation, bundle: string, bytes: number): Promise<Ended> {
  const child = office.spawnImport(bundle);
  const ended = endOf(child);
  const limit = sizeOf(office.dataDir) + bytes;
  while (child.exitCode === null && child.signalCode === null) {
    if (sizeOf(office.dataDir) > limit) child.kill('SIGKILL');
    await elapsed(1);
  }
  return ended;
}

/** Of the stores together: it grows with everything recorded and projected. */
function sizeOf(folder: string): number {
  try {
    return readdirSync(folder)
      .map((file) => statSync(join(folder, file)).size)
      .reduce((sum, size) => sum + size, 0);
  } catch {
    // Not there yet, or a file vanished between the two looks.
    return 0;
  }
}
