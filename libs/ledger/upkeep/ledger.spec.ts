import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { toPosition } from '#event-log';
import { runs } from '#vocabulary/testing';
import { leafOf } from '../entry';
import { HASH_BYTES } from '../hashing';
import { readCheckpoint } from '../note';
import { LedgerOnDisk } from '../testing/ledger-on-disk';
import { LeafHashes, rootOf } from '../tree';
import { LedgerBroken } from '.';

const id = (n: number) => `00000000-0000-5000-8000-${n.toString(16).padStart(12, '0')}`;
const COLUMNS = 'stream, revision, id, type, schema_version, recorded_at, data, metadata';
const moved = (by: number) =>
  `UPDATE event SET position = -position WHERE position >= 6;
   UPDATE event SET position = -position + ${by} WHERE position < 0;`;

/** What is done to a log of twenty events, of which eight were signed and then all; and the event that is then sixth. */
const TAMPERINGS = [
  ['the data of an event was changed', `UPDATE event SET data = '{"n":99}' WHERE position = 6`, 6],
  [
    'who recorded an event was changed',
    `UPDATE event SET metadata = replace(metadata, 'u00001', 'u00002') WHERE position = 6`,
    6,
  ],
  [
    'an event was dated back',
    `UPDATE event SET recorded_at = '2020-01-01T00:00:00.000Z' WHERE position = 6`,
    6,
  ],
  // With a gap left, the log itself refuses to open.
  [
    'an event was removed and the gap closed',
    `DELETE FROM event WHERE position = 6; ${moved(-1)}`,
    7,
  ],
  [
    'an event was inserted',
    `${moved(1)}
     INSERT INTO event (position, ${COLUMNS})
     SELECT 6, 'meeting-x', 0, '${id(500)}', type, schema_version, recorded_at, data, metadata
     FROM event WHERE position = 5;`,
    500,
  ],
  [
    'two events were exchanged',
    `UPDATE event SET position = -6 WHERE position = 6;
     UPDATE event SET position = 6 WHERE position = 7;
     UPDATE event SET position = 7 WHERE position = -6;`,
    7,
  ],
] as const;

async function signedLog(): Promise<LedgerOnDisk> {
  const disk = new LedgerOnDisk();
  for (const count of [8, 12]) {
    await disk.record(count);
    await disk.run();
  }
  return disk;
}

async function brokenBy(disk: LedgerOnDisk) {
  return disk.inLedger(async (ledger, store) => {
    const broken = await ledger
      .follow(new AbortController().signal)
      .catch((error: unknown) => error);
    expect(broken).toBeInstanceOf(LedgerBroken);
    expect(ledger.state).toBe('BROKEN');
    await expect(ledger.sign()).rejects.toThrow(LedgerBroken);
    await expect(ledger.follow(new AbortController().signal)).rejects.toThrow(LedgerBroken);
    expect((await store.checkpoints(0)).map(({ size }) => size)).toEqual([8, 20]);
    return ledger.found;
  });
}

describe('A ledger whose log was changed', () => {
  it.each(TAMPERINGS)('signs nothing any more where %s, and names it', async (_, sql, event) => {
    const disk = await signedLog();
    disk.tamper(sql);
    expect(await brokenBy(disk)).toMatchObject({
      index: 5,
      event: id(event),
      signedBefore: 0,
      signedAfter: 8,
    });
  });

  it('signs nothing any more where the end was cut off, even when other events come instead', async () => {
    const disk = await signedLog();
    disk.tamper('DELETE FROM event WHERE position > 12');
    const found = { index: 12, signedBefore: 8, signedAfter: 20 };
    expect(await brokenBy(disk)).toMatchObject(found);
    await disk.record(10);
    expect(await brokenBy(disk)).toMatchObject({ ...found, event: id(21) });
  });

  it('is not misled where its leaves were changed along with the log', async () => {
    const disk = await signedLog();
    disk.tamper(TAMPERINGS[0][1]);
    const path = join(disk.folder, 'ledger', 'leaves');
    const leaves = readFileSync(path);
    const [changed] = await disk.inLog((log) =>
      log.readAllSlice({ maxCount: 6 }).then((all) => all.slice(5)),
    );
    if (changed === undefined) throw new Error('There is no such event');
    leafOf(changed).copy(leaves, 5 * HASH_BYTES);
    writeFileSync(path, leaves);
    expect(await brokenBy(disk)).toMatchObject({
      reason: expect.stringContaining('root') as string,
    });
  });

  it('takes as it is now what nobody was told of', async () => {
    const disk = await signedLog();
    await disk.record(5);
    await disk.run(false);
    disk.tamper('UPDATE event SET data = \'{"n":99}\' WHERE position > 22');
    expect((await disk.run())?.size).toBe(25);
    await expectTrue(disk);
  });
});

const FILES = ['leaves', 'positions', 'tiles-1', 'checkpoints'];

describe('A ledger that is ended at any moment', () => {
  it('signs nothing that it later contradicts, and has each leaf once', async () => {
    const step = fc.record({
      count: fc.integer({ min: 0, max: 4 }),
      signs: fc.boolean(),
      // What a crash leaves of what was being written to each file.
      left: fc.option(fc.tuple(...FILES.map(() => fc.double({ min: 0, max: 1, noNaN: true })))),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        const disk = new LedgerOnDisk();
        const sizeOf = (file: string) =>
          statSync(join(disk.folder, 'ledger', file), { throwIfNoEntry: false })?.size ?? 0;
        for (const { count, signs, left } of steps) {
          await disk.record(count);
          // Leaves are durable before a tree with them is signed.
          if (signs) await disk.run(false);
          const before = FILES.map(sizeOf);
          await disk.run(signs);
          for (const [at, file] of left === null ? [] : FILES.entries()) {
            const was = before[at] ?? 0;
            const share = left?.[at] ?? 0;
            const size = was + Math.floor((sizeOf(file) - was) * share);
            truncateSync(join(disk.folder, 'ledger', file), size);
          }
        }
        await disk.run();
        await expectTrue(disk);
      }),
      { numRuns: runs(15) },
    );
  });
});

/** All that was signed is of the log as it is; the leaves are its events. */
async function expectTrue(disk: LedgerOnDisk): Promise<void> {
  const events = await disk.inLog((log) => log.readAllSlice({ maxCount: 1_000 }));
  const leaves = Buffer.concat(events.map(leafOf));
  await disk.inLedger(async (_, store) => {
    expect((await store.leaves(0, 1_000)).equals(leaves)).toBe(true);
    for (const { note } of await store.checkpoints(0)) {
      const { size, root } = readCheckpoint(note);
      expect(root).toEqual(await rootOf(new LeafHashes(leaves), size));
    }
    // Of nothing, nothing is signed.
    expect((await store.latestCheckpoint())?.size ?? 0).toBe(events.length);
  });
}

describe('A log that was moved to a store that counts otherwise', () => {
  it('is the same history, whose events are found where they are now', async () => {
    const disk = new LedgerOnDisk();
    await disk.record(300);
    const before = await disk.run();
    await disk.inLedger(async (ledger, store) => {
      await ledger.follow(new AbortController().signal);
      expect(ledger.state).toBe('SIGNING');
      expect(await ledger.sign()).toEqual(before);
      expect(await store.indexOf(toPosition(1_300n))).toBe(299);
      expect(await store.indexOf(toPosition(300n))).toBeUndefined();
      expect(await store.size()).toBe(300);
    }, 1_000n);
  });
});
