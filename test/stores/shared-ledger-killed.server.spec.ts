import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as elapsed } from 'node:timers/promises';
import { readCheckpoint, readVerifierKey, splitCheckpoints } from '#ledger';
import { onServer } from '#read-models/contract';
import { TestDatabases } from '#read-models/mongodb/testing';
import { UrlSource } from '../../apps/audit/exporting/url-source';
import { writeExport } from '../../apps/audit/exporting/write-export';
import { ExportFolder } from '../../apps/audit/reading/export-folder';
import { verifyExport } from '../../apps/audit/verifying/verify-export';
import { EventStoreDouble } from '../eventstore-double';
import { AnsweredWithErrors, found, Installation, NoAnswer, regularMeeting } from '../support';
import type { RunningService } from '../support';

/** Fifty where it is asked for. */
const KILLS = Number(process.env.LEDGER_KILLS ?? '8');
const CHECKPOINT = '{ checkpoint { size note } }';

onServer('TEST_MONGODB_URL', 'two services that are killed while they sign', (address) => {
  const databases = new TestDatabases(address);
  let double: EventStoreDouble;
  let installations: readonly [Installation, Installation];
  const services: RunningService[] = [];

  beforeAll(async () => {
    double = await EventStoreDouble.start();
    const settings = {
      EVENT_LOG_URL: double.url,
      READ_MODELS_URL: databases.newUrl(),
      LEDGER_INTERVAL: '1s',
      PROJECTIONS: 'off',
    };
    const first = new Installation(settings);
    const second = new Installation({ ...settings, KEYS_DIR: join(first.dataDir, 'keys') });
    installations = [first, second];
    await first.startProjector('--projections', 'on');
    for (const installation of installations) services.push(await installation.start());
  });
  afterAll(async () => {
    await Promise.all(installations.map((each) => each.remove()));
    await double.stop();
    await databases.remove();
  });

  async function checkpointsOf(service: RunningService): Promise<readonly string[]> {
    return splitCheckpoints(await (await service.get('/ledger/checkpoints')).text());
  }

  it('never contradict each other, and have every leaf once', async () => {
    let meetings = 0;
    let isOver = false;
    const recordAndSign = async (at: number) => {
      while (!isOver) {
        meetings += 1;
        const day = new Date(Date.UTC(2021, meetings % 36, 3 + Math.floor(meetings / 36)));
        const date = day.toISOString().slice(0, 10);
        const meeting = regularMeeting('cell', `meeting-${meetings}`, date);
        try {
          const { client } = services[at] as RunningService;
          await client.give('holdMeeting', meeting);
          await client.ask(CHECKPOINT);
        } catch (error) {
          // It is away, or the other one was killed in its turn.
          if (!(error instanceof NoAnswer) && !isUnavailable(error)) throw error;
          await elapsed(20);
        }
      }
    };
    const [one] = services;
    if (one === undefined) throw new Error('There is no service');
    await one.untilReadinessIs(200);
    await found(one.client, 'ward', ['cell']);
    let kept = await checkpointsOf(one);
    const recording = services.map((_, at) => recordAndSign(at));
    for (let kill = 0; kill < KILLS; kill += 1) {
      await elapsed(randomInt(1_000));
      const at = randomInt(services.length);
      await services[at]?.kill();
      services[at] = await (installations[at] as Installation).start();
      const now = await checkpointsOf(services[at]);
      expect(now.slice(0, kept.length)).toEqual(kept);
      const sizes = now.map((note) => readCheckpoint(note).size);
      expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => a - b));
      kept = now;
    }
    isOver = true;
    await Promise.all(recording);
    for (const service of services) {
      const [key = ''] = (await (await service.get('/ledger/key')).text()).split(' ');
      const folder = installations[0].path(`export-of-${service.pid}`);
      const source = new UrlSource(service.url, undefined);
      await writeExport(source, { folder, now: () => new Date(), onProgress: () => undefined });
      const verdict = await verifyExport(await ExportFolder.open(folder), {
        keys: [readVerifierKey(key)],
        witnesses: [],
        onProgress: () => undefined,
      });
      expect(verdict).toMatchObject({ ok: true, findings: [] });
      expect(verdict.size).toBeGreaterThan(KILLS);
    }
  });
});

function isUnavailable(error: unknown): boolean {
  if (!(error instanceof AnsweredWithErrors)) return false;
  const codes = error.answer.errors?.map(({ extensions }) => extensions.code) ?? [];
  return codes.every((code) => code === 'UNAVAILABLE' || code === 'READ_MODEL_BEHIND');
}
