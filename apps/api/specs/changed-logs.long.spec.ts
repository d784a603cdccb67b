import { generateKeyPairSync } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as elapsed } from 'node:timers/promises';
import { readCheckpoint, readVerifierKey, signaturesOf, Signer } from '#ledger';
import { runningWitness } from '#ledger/witness/testing';
import { CHECKPOINT, recordReward } from '../testing/ledger';
import type { ToldCheckpoint } from '../testing/ledger';
import { recognisedCell } from '../testing/recognised-cell';
import { startTestApi } from '../testing/test-api';

const STATUS =
  '{ status { ledger { state signedSize firstBadEvent witnesses { name state size } } } }';

const ASK_EVERY_MS = 20;

/** What somebody with access to the file does while the service is away, and what is told of it. */
const TAMPERINGS = [
  [
    'changed',
    `UPDATE event SET data = replace(data, 'district', 'DISTRICT') WHERE position = 6`,
    5,
  ],
  ['re-dated', `UPDATE event SET recorded_at = '2020-01-01T00:00:00.000Z' WHERE position = 3`, 2],
  ['truncated', 'DELETE FROM event WHERE position > 9', 9],
] as const;

describe('A log that was changed behind the ledger', () => {
  it.each(TAMPERINGS)(
    '(%s) is not signed any more, and the first event is named',
    async (_, sql, index) => {
      const first = await startTestApi();
      const { dataDir } = first;
      await recognisedCell(first);
      const before = (await first.ask(CHECKPOINT)).data?.checkpoint as ToldCheckpoint;
      await first.close();
      const db = new DatabaseSync(join(dataDir, 'log.db'));
      db.exec(sql);
      db.close();
      const api = await startTestApi({ dataDir });
      try {
        const { data } = await api.ask(CHECKPOINT);
        expect(data?.checkpoint).toEqual(before);
        const ready = await fetch(`${api.url}/readyz`);
        expect(ready.status).toBe(503);
        expect(await ready.json()).toMatchObject({
          ledger: {
            state: 'BROKEN',
            found: { index, signedBefore: 0, signedAfter: Number(before.size) },
          },
        });
        expect(await (await api.measure()).metrics()).toContain(
          'four_good_ledger_state{state="BROKEN"} 1',
        );
        expect((await api.ask(STATUS)).data?.status).toEqual({
          ledger: {
            state: 'BROKEN',
            signedSize: before.size,
            firstBadEvent: index,
            witnesses: [],
          },
        });
      } finally {
        await api.stop();
      }
    },
  );

  it('is signed on where the keys were left behind, and not where others took their place', async () => {
    const first = await startTestApi();
    const { dataDir } = first;
    await recognisedCell(first);
    const before = (await first.ask(CHECKPOINT)).data?.checkpoint as ToldCheckpoint;
    await first.close();
    rmSync(join(dataDir, 'keys'), { recursive: true });
    const second = await startTestApi({ dataDir });
    expect((await second.ask(CHECKPOINT)).data?.checkpoint).toEqual(before);
    await recordReward(second);
    const after = (await second.ask(CHECKPOINT)).data?.checkpoint as ToldCheckpoint;
    expect(Number(after.size)).toBe(Number(before.size) + 1);
    await second.close();
    rmSync(join(dataDir, 'keys', 'ledger-1.pem'));
    const third = await startTestApi({ dataDir });
    try {
      await third.ask(CHECKPOINT);
      const ready = await fetch(`${third.url}/readyz`);
      expect(await ready.json()).toMatchObject({ ledger: { state: 'BROKEN' } });
    } finally {
      await third.stop();
    }
  });

  it('is signed on where only what was not signed yet is missing', async () => {
    const first = await startTestApi();
    await recognisedCell(first);
    const before = (await first.ask(CHECKPOINT)).data?.checkpoint as ToldCheckpoint;
    await first.close();
    const api = await startTestApi({ dataDir: first.dataDir });
    try {
      const after = (await api.ask(CHECKPOINT)).data?.checkpoint as ToldCheckpoint;
      expect(after).toEqual(before);
    } finally {
      await api.stop();
    }
  });
});

describe('A ledger with a witness', () => {
  it('is cosigned as it grows, and waits for nobody', async () => {
    const first = await startTestApi();
    const { dataDir } = first;
    await recognisedCell(first);
    await first.ask(CHECKPOINT);
    const [key = ''] = (await (await fetch(`${first.url}/ledger/key`)).text()).split(' ');
    await first.close();
    const witness = await runningWitness([readVerifierKey(key)]);
    const away = { key: newWitness().verifierKey, url: new URL('http://127.0.0.1:9/') };
    const api = await startTestApi({ dataDir, witnesses: [witness.address, away] });
    try {
      await recordReward(api);
      const told = (await api.ask(CHECKPOINT)).data?.checkpoint as ToldCheckpoint | undefined;
      const size = told?.size ?? '';
      const latest = async () =>
        readCheckpoint(await (await fetch(`${api.url}/ledger/checkpoint`)).text());
      const isCosigned = async () =>
        signaturesOf((await latest()).note, witness.signer.verifierKey).length === 1;
      while (!(await isCosigned())) await elapsed(ASK_EVERY_MS);
      expect(String((await latest()).size)).toBe(size);
      const metrics = await (await api.measure()).metrics();
      expect(metrics).toContain(
        `four_good_ledger_cosigned_events{witness="witness.test/w1"} ${size}`,
      );
      expect(metrics).toContain('four_good_ledger_cosigned_events{witness="witness.test/away"} 0');
      expect((await api.ask(STATUS)).data?.status).toMatchObject({
        ledger: {
          state: 'SIGNING',
          witnesses: [
            { name: 'witness.test/w1', state: 'COSIGNED', size },
            { name: 'witness.test/away', state: 'AWAY', size: '0' },
          ],
        },
      });
    } finally {
      await api.stop();
      await witness.stop();
    }
  });
});

function newWitness(): Signer {
  return new Signer('witness.test/away', generateKeyPairSync('ed25519').privateKey, 'COSIGNATURE');
}
