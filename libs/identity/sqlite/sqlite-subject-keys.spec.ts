import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sealed } from '#vocabulary';
import { MasterKeys, SubjectVault } from '..';
import type { ReadBy } from '..';
import { backUpSubjectKeys, openSqliteSubjectKeys } from '.';

const clear = { fullName: 'Nguyễn Thử Nghiệm Đ' };
const about = { subject: 'member/m00001', event: 'event1' };
const toSeal = { ...about, clear, name: clear.fullName };
const NOBODY: ReadBy = { begins: () => undefined, reads: () => undefined };
const erasure = { commandId: 'command1', command: '{}' };

const read = (vault: SubjectVault, sealed: typeof about & { readonly sealed: Sealed }) =>
  vault.unseal([{ ...sealed, organisation: 'c1' }], NOBODY);
const found = (vault: SubjectVault, name: string, after: string | undefined, limit: number) =>
  vault.find(name, { after, limit }, NOBODY);

describe('The keys of subjects in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'subjects-'));
  const file = join(folder, 'subjects.db');
  const masterFile = join(folder, 'master.key');
  const open = () => new SubjectVault(openSqliteSubjectKeys(file), MasterKeys.inFile(masterFile));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  afterEach(() => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
  });

  it('open what they sealed, for the subject and the event alone, and after a restart', async () => {
    const vault = open();
    const { sealed, keep } = await vault.seal(toSeal);
    expect(await keep()).toBe(true);
    await vault.close();
    const again = open();
    expect(await read(again, { ...about, sealed })).toEqual([clear]);
    await expect(read(again, { ...about, event: 'event2', sealed })).rejects.toThrow();
    await expect(read(again, { ...about, subject: 'member/m2', sealed })).rejects.toThrow();
    await again.close();
  });

  it('tell who reads of what was opened, and of a search whatever it found', async () => {
    const vault = open();
    const { sealed, keep } = await vault.seal(toSeal);
    await keep();
    const told: string[] = [];
    const by: ReadBy = {
      begins: () => told.push('begins'),
      reads: (subjects) => told.push(...subjects.map(({ subject }) => subject)),
    };
    const text = { ...about, organisation: 'c1', sealed };
    await vault.unseal([text, { ...text, sealed: { ...sealed, key: 'gone' } }], by);
    expect(told).toEqual([about.subject]);
    expect(await vault.find('nobody', { after: undefined, limit: 1 }, by)).toEqual([]);
    expect(told).toEqual([about.subject, 'begins']);
    await vault.close();
  });

  it('are for the owner only, and hold no name', async () => {
    const vault = open();
    await (await vault.seal(toSeal)).keep();
    await vault.close();
    for (const path of [file, masterFile]) expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(file).includes(clear.fullName)).toBe(false);
  });

  it('find by words of a name without diacritics and case, page by page', async () => {
    const vault = open();
    for (const member of ['m00003', 'm00001', 'm00002']) {
      await (await vault.seal({ ...toSeal, subject: `member/${member}` })).keep();
    }
    expect(await found(vault, 'NGHIEM d', undefined, 2)).toEqual([
      'member/m00001',
      'member/m00002',
    ]);
    expect(await found(vault, 'nghiêm đ', 'member/m00002', 2)).toEqual(['member/m00003']);
    expect(await found(vault, 'khac nghiem', undefined, 2)).toEqual([]);
    expect(await found(vault, ' - ', undefined, 2)).toEqual([]);
    await vault.close();
  });

  it('are copied whole while they are open', async () => {
    const vault = open();
    const { sealed, keep } = await vault.seal(toSeal);
    await keep();
    const copy = join(folder, 'copy.db');
    await backUpSubjectKeys(file, copy);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    const copied = new SubjectVault(openSqliteSubjectKeys(copy), MasterKeys.inFile(masterFile));
    expect(await read(copied, { ...about, sealed })).toEqual([clear]);
    await copied.close();
    await vault.close();
  });

  it('leave no byte behind once they are destroyed, and are pending until their event is recorded', async () => {
    const store = openSqliteSubjectKeys(file);
    const vault = new SubjectVault(store, MasterKeys.inFile(masterFile));
    const { sealed, keep } = await vault.seal(toSeal);
    await keep();
    const stored = await store.keyOf(about.subject);
    const bytes = stored?.wrapped.bytes ?? Buffer.alloc(0);
    const isThere = () =>
      readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(bytes));
    expect(isThere()).toBe(true);

    await vault.destroy(about.subject, erasure);
    expect(isThere()).toBe(false);
    expect(await read(vault, { ...about, sealed })).toEqual([undefined]);
    expect(await vault.digest(sealed.key, clear)).toBeUndefined();
    expect(await found(vault, 'nghiem', undefined, 1)).toEqual([]);
    expect(await vault.pending()).toEqual([erasure]);
    await vault.settle(erasure.commandId);
    expect(await vault.pending()).toEqual([]);
    await vault.close();
  });

  it('are not stored again by somebody who had one while it was destroyed', async () => {
    const vault = open();
    await (await vault.seal(toSeal)).keep();
    const late = await vault.seal(toSeal);
    await vault.destroy(about.subject, erasure);
    expect(await late.keep()).toBe(false);
    expect(await found(vault, 'nghiem', undefined, 1)).toEqual([]);
    const anew = await vault.seal(toSeal);
    expect(anew.sealed.key).not.toBe(late.sealed.key);
    expect(await anew.keep()).toBe(true);
    await vault.close();
  });

  it('tell the same texts from others under their own key only', async () => {
    const vault = open();
    const first = await vault.seal(toSeal);
    await first.keep();
    const again = await vault.seal(toSeal);
    expect(again.sealed.iv).not.toBe(first.sealed.iv);
    expect(again.digest).toBe(first.digest);
    expect((await vault.seal({ ...toSeal, clear: { fullName: 'Khác' } })).digest).not.toBe(
      first.digest,
    );
    const other = await vault.seal({ ...toSeal, subject: 'member/m00002' });
    expect(other.digest).not.toBe(first.digest);
    await vault.close();
  });

  it('are wrapped by a new master key, also when the change was interrupted', async () => {
    const vault = open();
    const { sealed, keep } = await vault.seal(toSeal);
    await keep();
    const before = readFileSync(masterFile, 'utf8');
    // As if the process ended when the next key was made, and nothing was wrapped by it yet.
    MasterKeys.inFile(masterFile).beginRotation();
    await vault.close();

    const rotating = open();
    expect(await rotating.rotateMasterKey()).toBe(1);
    await rotating.close();
    expect(readFileSync(masterFile, 'utf8')).not.toBe(before);
    expect(readdirSync(folder).sort()).toEqual([
      'master.key',
      'subjects.db',
      'subjects.db-journal',
    ]);
    const after = open();
    expect(await read(after, { ...about, sealed })).toEqual([clear]);
    expect(await found(after, 'nghiem', undefined, 1)).toEqual([about.subject]);
    await after.close();
  });
});
