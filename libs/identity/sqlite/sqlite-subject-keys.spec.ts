import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sealed } from '#vocabulary';
import { MasterKeys, SubjectVault } from '..';
import type { ReadBy } from '..';
import { subjectKeysContract } from '../contract';
import { backUpDatabase } from '#owner-files/sqlite';
import { openSqliteSubjectKeys } from '.';

const clear = { fullName: 'Nguyễn Thử Nghiệm Đ' };
const about = { subject: 'member/m00001', event: 'event1' };
const toSeal = { ...about, clear, name: clear.fullName };
const NOBODY: ReadBy = { begins: () => undefined, reads: () => undefined };
const erasure = { commandId: 'command1', command: '{}' };

const read = (vault: SubjectVault, sealed: typeof about & { readonly sealed: Sealed }) =>
  vault.unseal([{ ...sealed, organisation: 'c1' }], NOBODY);

const places = mkdtempSync(join(tmpdir(), 'subject-keys-'));
afterAll(() => {
  rmSync(places, { recursive: true });
});

let files = 0;
subjectKeysContract('a file', () => {
  files += 1;
  const path = join(places, `${files}.db`);
  return () => openSqliteSubjectKeys(path);
});

describe('A file with keys of subjects', () => {
  const folder = mkdtempSync(join(tmpdir(), 'subjects-'));
  const file = join(folder, 'subjects.db');
  const masterFile = join(folder, 'master.key');
  const open = () => new SubjectVault(openSqliteSubjectKeys(file), MasterKeys.inFile(masterFile));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  afterEach(() => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
  });

  it('are for the owner only, and hold no name', async () => {
    const vault = open();
    await (await vault.seal(toSeal)).keep();
    await vault.close();
    for (const path of [file, masterFile]) expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(file).includes(clear.fullName)).toBe(false);
  });

  it('are copied whole while they are open', async () => {
    const vault = open();
    const { sealed, keep } = await vault.seal(toSeal);
    await keep();
    const copy = join(folder, 'copy.db');
    await backUpDatabase(file, copy);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    const copied = new SubjectVault(openSqliteSubjectKeys(copy), MasterKeys.inFile(masterFile));
    expect(await read(copied, { ...about, sealed })).toEqual([clear]);
    await copied.close();
    await vault.close();
  });

  it('leave no byte behind once they are destroyed', async () => {
    const store = openSqliteSubjectKeys(file);
    const vault = new SubjectVault(store, MasterKeys.inFile(masterFile));
    await (await vault.seal(toSeal)).keep();
    const stored = await store.keyOf(about.subject);
    const bytes = stored?.wrapped.bytes ?? Buffer.alloc(0);
    const isThere = () =>
      readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(bytes));
    expect(isThere()).toBe(true);

    await vault.destroy(about.subject, erasure);
    expect(isThere()).toBe(false);
    await vault.close();
  });
});
