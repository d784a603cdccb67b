import { dirname, join } from 'node:path';
import { toPosition } from '#event-log';
import { Fenced, ReadModelsUnavailable } from '#read-models';
import { openSqliteDocumentStore } from '#read-models/sqlite';
import { FileLedgerTrees } from '../files';
import { leafHash } from '../hashing';
import { ledgerStoreContract } from '../contract';
import { LedgerFollowed } from '../store';
import { newDocumentsPath } from '../testing/ledger-of-several';
import { DocumentLedgerTrees } from '.';

interface Opening {
  readonly now?: number;
  readonly before?: FileLedgerTrees;
  readonly leaseMs?: number;
}

const opened = (
  path: string,
  holder: string,
  { now = 0, before, leaseMs = 60_000 }: Opening = {},
) =>
  new DocumentLedgerTrees({
    name: 'ledger',
    documents: openSqliteDocumentStore({ path }),
    holder,
    now: () => new Date(now),
    leaseMs,
    ...(before && { before }),
  });

ledgerStoreContract('documents', () => {
  const path = newDocumentsPath();
  return () => Promise.resolve(opened(path, 'one'));
});

describe('A ledger in documents', () => {
  const leaf = { hash: leafHash('leaf'), position: toPosition(1n) };
  const another = { hash: leafHash('another'), position: toPosition(2n) };
  const checkpoint = { size: 1, note: 'note' };

  it('is read by all, and written by one at a time', async () => {
    const path = newDocumentsPath();
    const [one, two] = [opened(path, 'one'), opened(path, 'two')];
    const [first, second] = [one.storeOf(1), two.storeOf(1)];
    const told: string[] = [];
    const written = (name: string, store: typeof first) =>
      store.exclusively(async () => {
        told.push(`${name} begins`);
        const size = await store.size();
        await store.append([size === 0 ? leaf : another]);
        told.push(`${name} ends`);
      });
    await Promise.all([written('one', first), written('two', second)]);
    expect([
      ['one begins', 'one ends', 'two begins', 'two ends'],
      ['two begins', 'two ends', 'one begins', 'one ends'],
    ]).toContainEqual(told);
    expect((await first.leaves(0, 9)).equals(Buffer.concat([leaf.hash, another.hash]))).toBe(true);
    expect(await second.indexOf(another.position)).toBe(1);
    await expect(first.append([leaf])).rejects.toThrow(Fenced);
    await one.close();
    await two.close();
  });

  it('takes nothing from whoever stalled while another one wrote', async () => {
    const path = newDocumentsPath();
    const [stalled, other] = [opened(path, 'stalled'), opened(path, 'other', { now: 60_001 })];
    const store = stalled.storeOf(1);
    await store.exclusively(async () => {
      await store.append([leaf]);
      // By the clock of the other one, the lease has expired.
      const writing = other.storeOf(1);
      await writing.exclusively(() => writing.append([another]));
      await expect(store.append([leaf])).rejects.toThrow(Fenced);
      await expect(store.keepCheckpoint(checkpoint)).rejects.toThrow(Fenced);
      await expect(store.truncate(0)).rejects.toThrow(Fenced);
    });
    const late = store.exclusively(async () => {
      const writing = other.storeOf(1);
      await writing.exclusively(() => Promise.resolve());
      await store.append([leaf]);
    });
    await expect(late).rejects.toThrow(ReadModelsUnavailable);
    expect(await store.size()).toBe(2);
    await stalled.close();
    await other.close();
  });

  it('waits for nobody for ever', async () => {
    const path = newDocumentsPath();
    const [one, two] = [opened(path, 'one'), opened(path, 'two', { leaseMs: 100 })];
    const [first, second] = [one.storeOf(1), two.storeOf(1)];
    await first.exclusively(() =>
      expect(second.exclusively(() => second.append([leaf]))).rejects.toThrow('another process'),
    );
    await second.exclusively(() => second.append([leaf]));
    await one.close();
    await two.close();
  });

  it('writes nothing to a tree that another one has followed, whoever began that', async () => {
    const path = newDocumentsPath();
    const [one, two] = [opened(path, 'one'), opened(path, 'two')];
    const former = two.storeOf(1);
    await former.exclusively(() => former.append([leaf]));
    await one.accept(2, 'what it follows');
    await former.exclusively(() => former.append([another]));
    await one.follow(2, 'what it follows');
    await expect(former.exclusively(() => former.append([leaf]))).rejects.toThrow(LedgerFollowed);
    expect(await former.size()).toBe(2);
    await two.follow(2, 'something else');
    await two.accept(2, 'something else');
    expect(await one.accepted(2)).toBe('what it follows');
    await one.close();
    await two.close();
  });
});

describe('A ledger that one process kept in a folder before', () => {
  const leaves = Array.from({ length: 300 }, (_, at) => ({
    hash: leafHash(`leaf ${at}`),
    position: toPosition(BigInt(at)),
  }));
  const checkpoints = [3, 300].map((size) => ({
    size,
    note: `log\n${size}\n${leafHash('').toString('base64')}\n\n— log AAAAAAAA\n`,
  }));
  const bytes = Buffer.concat(leaves.map(({ hash }) => hash));

  async function keptInFolder(): Promise<FileLedgerTrees> {
    const before = new FileLedgerTrees(join(dirname(newDocumentsPath()), 'ledger'));
    for (const tree of [1, 2]) {
      const store = before.storeOf(tree);
      await store.append(leaves);
      for (const checkpoint of checkpoints) await store.keepCheckpoint(checkpoint);
    }
    await before.follow(2, 'what it follows');
    return before;
  }

  async function expectTaken(trees: DocumentLedgerTrees): Promise<void> {
    expect(await trees.last()).toBe(2);
    expect(await trees.accepted(2)).toBe('what it follows');
    for (const tree of [1, 2]) {
      const store = trees.storeOf(tree);
      expect((await store.leaves(0, 1_000)).equals(bytes)).toBe(true);
      expect(await store.indexOf(toPosition(299n))).toBe(299);
      expect(await store.checkpoints(0)).toEqual(checkpoints);
    }
  }

  it('goes on in documents with all that was signed, whichever process begins', async () => {
    const before = await keptInFolder();
    const path = newDocumentsPath();
    const several = ['one', 'two'].map((holder) => opened(path, holder, { before }));
    await Promise.all(several.map((trees) => trees.begin()));
    for (const trees of several) {
      await expectTaken(trees);
      await trees.close();
    }
    await before.close();
  });

  it('is taken over once: what is signed afterwards stays', async () => {
    const before = await keptInFolder();
    const path = newDocumentsPath();
    const trees = opened(path, 'one', { before });
    await trees.begin();
    const store = trees.storeOf(2);
    const later = { hash: leafHash('later'), position: toPosition(300n) };
    await store.exclusively(() => store.append([later]));
    const again = opened(path, 'again', { before });
    await again.begin();
    expect(await again.storeOf(2).size()).toBe(301);
    for (const each of [trees, again, before]) await each.close();
  });

  it('is none where there is no such folder', async () => {
    const nothing = new FileLedgerTrees(join(dirname(newDocumentsPath()), 'ledger'));
    const trees = opened(newDocumentsPath(), 'one', { before: nothing });
    await trees.begin();
    expect(await trees.last()).toBe(1);
    expect(await trees.storeOf(1).size()).toBe(0);
    await trees.close();
  });
});
