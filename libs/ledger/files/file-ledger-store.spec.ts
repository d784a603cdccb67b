import { appendFileSync, mkdtempSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toPosition } from '#event-log';
import { leafHash } from '../hashing';
import { joinCheckpoints, NoteMalformed, splitCheckpoints } from '../note';
import { ledgerStoreContract } from '../contract';
import { entriesUpTo, SignedLog } from '../testing/signed-log';
import { rootOf } from '../tree';
import { FileLedgerStore, FileLedgerTrees } from '.';

const newFolder = () => join(mkdtempSync(join(tmpdir(), 'ledger-files-')), 'ledger');

ledgerStoreContract('files', () => {
  const folder = newFolder();
  return () => Promise.resolve(new FileLedgerTrees(folder));
});

describe('The files of a ledger', () => {
  const leaves = Array.from({ length: 600 }, (_, at) => ({
    hash: leafHash(`leaf ${at}`),
    position: toPosition(BigInt(at)),
  }));

  it('are for nobody but their owner, and hold what is served', async () => {
    const folder = newFolder();
    const store = new FileLedgerStore(folder);
    await store.append(leaves);
    const log = new SignedLog(entriesUpTo(9));
    const notes = [await log.checkpoint(3), await log.checkpoint(9)];
    for (const checkpoint of notes) await store.keepCheckpoint(checkpoint);
    await store.close();
    const served = Buffer.concat(leaves.map(({ hash }) => hash));
    expect(readFileSync(join(folder, 'leaves')).equals(served)).toBe(true);
    expect(readFileSync(join(folder, 'checkpoints'), 'utf8')).toBe(
      joinCheckpoints(notes.map(({ note }) => note)),
    );
    expect(statSync(folder).mode & 0o077).toBe(0);
    for (const file of ['leaves', 'positions', 'checkpoints', 'tiles-1']) {
      expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
    }
  });

  it.each(['leaves', 'positions', 'tiles-1'])(
    'go on where a crash cut %s in the middle of a record',
    async (file) => {
      const folder = newFolder();
      const before = new FileLedgerStore(folder);
      await before.append(leaves);
      await before.close();
      const path = join(folder, file);
      truncateSync(path, statSync(path).size - 3);
      const store = new FileLedgerStore(folder);
      const size = await store.size();
      await store.append(leaves.slice(size));
      expect(size).toBe(file === 'tiles-1' ? 600 : 599);
      expect(await rootOf(store, 600)).toEqual(
        await rootOf(await filled(newFolder(), leaves), 600),
      );
      await store.close();
    },
  );

  it('forget a checkpoint that was not written to its end, and no other', async () => {
    const folder = newFolder();
    const store = new FileLedgerStore(folder);
    const log = new SignedLog(entriesUpTo(9));
    const kept = await log.checkpoint(3);
    await store.keepCheckpoint(kept);
    await store.close();
    const path = join(folder, 'checkpoints');
    const { note } = await log.checkpoint(9);
    for (let bytes = 1; bytes < Buffer.byteLength(note); bytes += 7) {
      appendFileSync(path, joinCheckpoints(['', note]).slice(0, bytes));
      const again = new FileLedgerStore(folder);
      expect(await again.checkpoints(0)).toEqual([kept]);
      await again.close();
    }
    const again = new FileLedgerStore(folder);
    await again.keepCheckpoint({ size: 9, note });
    await again.close();
    expect(splitCheckpoints(readFileSync(path, 'utf8'))).toEqual([kept.note, note]);
    appendFileSync(path, `---\ndamaged\n---\n${note}`);
    expect(() => new FileLedgerStore(folder)).toThrow(NoteMalformed);
  });
});

async function filled(folder: string, leaves: Parameters<FileLedgerStore['append']>[0]) {
  const store = new FileLedgerStore(folder);
  await store.append(leaves);
  return store;
}
