import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as elapsed } from 'node:timers/promises';
import { readCheckpoint, readVerifierKey, signaturesOf } from '#ledger';
import { CHECKPOINT } from '../testing/ledger';
import type { ToldCheckpoint } from '../testing/ledger';
import { recognisedCell } from '../testing/recognised-cell';
import { mutationOf, startTestApi, withCommon } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

const ASK_EVERY_MS = 20;
const REASON = 'Khôi phục từ bản sao lưu tháng 5.';

const SAYING_WHY = { reason: REASON };
const accept = (api: TestApi, input: object = SAYING_WHY, headers = {}) =>
  api.ask(mutationOf('acceptLedgerBreak'), { input: withCommon(input) }, headers);
const checkpoint = async (api: TestApi) =>
  (await api.ask(CHECKPOINT)).data?.checkpoint as ToldCheckpoint;
const text = async (api: TestApi, path: string) => (await fetch(`${api.url}${path}`)).text();
const ledgerOf = async (api: TestApi) =>
  ((await (await fetch(`${api.url}/readyz`)).json()) as { ledger: { state: string } }).ledger;

/** As somebody does who has the file. */
function change(dataDir: string, position: number): void {
  const database = new DatabaseSync(join(dataDir, 'log.db'));
  database.exec(
    `UPDATE event SET recorded_at = '2020-01-01T00:00:00.000Z' WHERE position = ${position}`,
  );
  database.close();
}

describe('A broken ledger that an operator accepts', () => {
  let dataDir: string;
  let before: ToldCheckpoint;
  let signedBefore: string;
  /** What was answered while nothing was broken. */
  let refusedBefore: unknown;
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  const inService = async <T>(work: (api: TestApi) => Promise<T>): Promise<T> => {
    const api = await startTestApi({ dataDir });
    try {
      return await work(api);
    } finally {
      await api.close();
    }
  };

  beforeAll(async () => {
    const api = await startTestApi();
    dataDir = api.dataDir;
    await recognisedCell(api);
    before = await checkpoint(api);
    signedBefore = await text(api, '/ledger/checkpoints');
    refusedBefore = (await accept(api)).errors[0]?.extensions.refusal;
    await api.close();
    change(dataDir, 6);
  });

  it('is refused where the ledger is not broken', () => {
    expect(refusedBefore).toBe('LEDGER_NOT_BROKEN');
  });

  it('is followed by another tree of the whole log, under another name and key', async () => {
    await inService(async (api) => {
      expect(await checkpoint(api)).toEqual(before);
      const actor = { id: 'm00009', role: 'AUDITOR', organisation: 'district' } as const;
      const token = await api.tokens.issue(actor, '1h');
      const forbidden = await accept(api, { reason: REASON }, { authorization: `Bearer ${token}` });
      expect(forbidden.errors[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await accept(api, {})).errors[0]?.extensions.refusal).toBe('REASON_MISSING');
      expect(await ledgerOf(api)).toMatchObject({ state: 'BROKEN' });

      const input = { reason: REASON, commandId: randomUUID() };
      const { data } = await accept(api, input);
      const accepted = data?.acceptLedgerBreak as { events: { id: string }[] } | undefined;
      const events = accepted?.events ?? [];
      const again = await accept(api, input);
      expect(again.errors).toEqual([]);
      expect(again.data?.acceptLedgerBreak).toMatchObject({ duplicate: true, events });

      const after = await checkpoint(api);
      expect(after.origin).toBe(`${before.origin}/2`);
      expect(Number(after.size)).toBe(Number(before.size) + 1);
      expect(await ledgerOf(api)).toEqual({ state: 'SIGNING' });
      await api.settle();
      const told = await api.ask(
        `{ event(id: "${events[0]?.id}") { type reason data summary(language: EN) } }`,
      );
      expect(told.data?.event).toMatchObject({
        type: 'LedgerBreakAccepted',
        reason: REASON,
        data: {
          tree: 2,
          origin: before.origin,
          size: Number(before.size),
          root: before.root,
          firstLeaf: 5,
          followedBy: after.origin,
        },
      });
      expect((await accept(api)).errors[0]?.extensions.refusal).toBe('LEDGER_NOT_BROKEN');

      const keys = (await text(api, '/ledger/key')).trimEnd().split('\n');
      expect(keys.map((line) => line.split(' ').slice(1))).toEqual([
        ['from=0', `to=${before.size}`, 'tree=1'],
        ['from=0', 'tree=2'],
      ]);
      const [first, second] = keys.map((line) => readVerifierKey(line.split(' ')[0] ?? ''));
      const signed = readCheckpoint(after.note);
      expect(first && signaturesOf(signed.note, first)).toEqual([]);
      expect(second && signaturesOf(signed.note, second)).toHaveLength(1);
      expect(await text(api, '/ledger/trees/1/checkpoints')).toBe(signedBefore);
      expect(await text(api, '/ledger/trees/2/checkpoints')).toBe(after.note);
      expect((await fetch(`${api.url}/ledger/trees/3/checkpoints`)).status).toBe(404);
    });
  });

  it('is followed after an end between the fact and the tree, and not where nobody of ours said so', async () => {
    const tree = join(dataDir, 'ledger', 'trees', '2');
    const note = readFileSync(join(tree, 'accepted'), 'utf8');
    for (const name of ['leaves', 'positions', 'checkpoints']) rmSync(join(tree, name));
    // As if the process had ended when the event was recorded.
    renameSync(join(tree, 'accepted'), join(tree, 'accepting'));
    const forged = note.replace(/.{8}=\n$/, 'AAAAAAA0=\n');
    writeFileSync(join(tree, 'accepting'), forged);
    await inService(async (api) => {
      await checkpoint(api);
      expect(await ledgerOf(api)).toMatchObject({ state: 'BROKEN' });
    });
    writeFileSync(join(tree, 'accepting'), note);
    await inService(async (api) => {
      while ((await checkpoint(api)).origin === before.origin) await elapsed(ASK_EVERY_MS);
      expect((await checkpoint(api)).origin).toBe(`${before.origin}/2`);
      expect(await ledgerOf(api)).toEqual({ state: 'SIGNING' });
      expect(await text(api, '/ledger/trees/1/checkpoints')).toBe(signedBefore);
    });
  });

  it('can be followed again, and what was signed of each tree stays as it was', async () => {
    const second = await inService((api) => text(api, '/ledger/checkpoints'));
    change(dataDir, 3);
    await inService(async (api) => {
      await checkpoint(api);
      expect((await accept(api)).errors).toEqual([]);
      expect((await checkpoint(api)).origin).toBe(`${before.origin}/3`);
      expect(await text(api, '/ledger/trees/1/checkpoints')).toBe(signedBefore);
      expect(await text(api, '/ledger/trees/2/checkpoints')).toBe(second);
    });
    await inService(async (api) => {
      expect((await checkpoint(api)).origin).toBe(`${before.origin}/3`);
      expect(await ledgerOf(api)).toEqual({ state: 'SIGNING' });
    });
  });
});
