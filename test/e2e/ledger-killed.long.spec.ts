import { randomInt } from 'node:crypto';
import { setTimeout as elapsed } from 'node:timers/promises';
import { readCheckpoint, readVerifierKey, splitCheckpoints } from '#ledger';
import { LogSource } from '../../apps/audit/exporting/log-source';
import { writeExport } from '../../apps/audit/exporting/write-export';
import { ExportFolder } from '../../apps/audit/reading/export-folder';
import { verifyExport } from '../../apps/audit/verifying/verify-export';
import { found, Installation, NoAnswer, regularMeeting } from '../support';
import type { RunningService } from '../support';

/** Fifty where it is asked for. */
const KILLS = Number(process.env.LEDGER_KILLS ?? '10');
const CHECKPOINT = '{ checkpoint { size note } }';

describe('A service that is killed while it signs', () => {
  const installation = new Installation({ LEDGER_INTERVAL: '1s' });
  afterAll(() => installation.remove());

  async function checkpointsOf(service: RunningService): Promise<readonly string[]> {
    return splitCheckpoints(await (await service.get('/ledger/checkpoints')).text());
  }

  it('never contradicts what it signed, and has every leaf once', async () => {
    let service = await installation.start();
    await found(service.client, 'ward', ['cell']);
    await service.client.ask(CHECKPOINT);
    let kept = await checkpointsOf(service);
    let meetings = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const { client } = service;
      const recording = (async () => {
        for (;;) {
          meetings += 1;
          const day = new Date(Date.UTC(2021, meetings % 36, 3 + Math.floor(meetings / 36)));
          const date = day.toISOString().slice(0, 10);
          await client.give('holdMeeting', regularMeeting('cell', `meeting-${meetings}`, date));
          await client.ask(CHECKPOINT);
        }
      })().catch((error: unknown) => {
        if (!(error instanceof NoAnswer)) throw error;
      });
      await elapsed(randomInt(300));
      await service.kill();
      await recording;
      service = await installation.start();
      await service.client.ask(CHECKPOINT);
      const now = await checkpointsOf(service);
      expect(now.slice(0, kept.length)).toEqual(kept);
      const sizes = now.map((note) => readCheckpoint(note).size);
      expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => a - b));
      await service.untilReadinessIs(200);
      kept = now;
    }
    const [key = ''] = (await (await service.get('/ledger/key')).text()).split(' ');
    await service.stop();
    const { dataDir } = installation;
    const source = await LogSource.open(`sqlite:${dataDir}/log.db`, dataDir);
    const folder = installation.path('export');
    await writeExport(source, { folder, now: () => new Date(), onProgress: () => undefined });
    await source.close();
    const verdict = await verifyExport(await ExportFolder.open(folder), {
      keys: [readVerifierKey(key)],
      witnesses: [],
      onProgress: () => undefined,
    });
    expect(verdict).toMatchObject({ ok: true, findings: [] });
  });
});
