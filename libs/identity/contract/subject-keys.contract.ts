import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sealed } from '#vocabulary';
import { MasterKeys, SubjectVault } from '..';
import type { ReadBy, SubjectKeyStore } from '..';

const clear = { fullName: 'Nguyễn Thử Nghiệm Đ' };
const about = { subject: 'member/m00001', event: 'event1' };
const toSeal = { ...about, clear, name: clear.fullName };
const erasure = { commandId: 'command1', command: '{}' };
const NOBODY: ReadBy = { begins: () => undefined, reads: () => undefined };

const read = (vault: SubjectVault, sealed: typeof about & { readonly sealed: Sealed }) =>
  vault.unseal([{ ...sealed, organisation: 'c1' }], NOBODY);
const found = (vault: SubjectVault, name: string, after: string | undefined, limit: number) =>
  vault.find(name, { after, limit }, NOBODY);

/**
 * What every store of keys has to do.
 * @param newStore a place for keys; each call of what it gives opens it once more
 */
export function subjectKeysContract(kind: string, newStore: () => () => SubjectKeyStore): void {
  describe(`The keys of subjects in ${kind}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'master-key-'));
    const masterFile = join(folder, 'master.key');
    let openStore: () => SubjectKeyStore;
    const open = () => new SubjectVault(openStore(), MasterKeys.inFile(masterFile));
    beforeEach(() => {
      openStore = newStore();
    });
    afterEach(() => {
      for (const name of readdirSync(folder)) rmSync(join(folder, name));
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

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

    it('are pending as erased until their event is recorded, and open nothing', async () => {
      const vault = open();
      const { sealed, keep } = await vault.seal(toSeal);
      await keep();
      await vault.destroy(about.subject, erasure);
      expect(await read(vault, { ...about, sealed })).toEqual([undefined]);
      expect(await vault.digest(sealed.key, clear)).toBeUndefined();
      expect(await found(vault, 'nghiem', undefined, 1)).toEqual([]);
      expect(await vault.pending()).toEqual([erasure]);
      await vault.destroy(about.subject, erasure);
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

    it('are those of whoever came first, where several open the store at once', async () => {
      const vaults = Array.from({ length: 4 }, open);
      const sealed = await Promise.all(
        vaults.map(async (vault) => {
          const texts = await vault.seal(toSeal);
          expect(await texts.keep()).toBe(true);
          return texts.sealed;
        }),
      );
      for (const vault of vaults) {
        const all = sealed.map((one) => ({ ...about, organisation: 'c1', sealed: one }));
        expect(await vault.unseal(all, NOBODY)).toEqual(all.map(() => clear));
        expect(await found(vault, 'nghiem', undefined, 2)).toEqual([about.subject]);
      }
      await Promise.all(vaults.map((vault) => vault.close()));
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
      expect(readdirSync(folder)).toEqual(['master.key']);
      const after = open();
      expect(await read(after, { ...about, sealed })).toEqual([clear]);
      expect(await found(after, 'nghiem', undefined, 1)).toEqual([about.subject]);
      await after.close();
    });
  });
}
