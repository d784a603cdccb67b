import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readCheckpoint, Signer } from '#ledger';
import { LogSource } from '../../apps/audit/exporting/log-source';
import { writeExport } from '../../apps/audit/exporting/write-export';
import { ExportFolder } from '../../apps/audit/reading/export-folder';
import { verifyExport } from '../../apps/audit/verifying/verify-export';
import { EventStoreDouble } from '../eventstore-double';
import { Installation, receiptOf, recordedEvents, regularMeeting } from '../support';
import type { RunningService } from '../support';

const OUTCOMES =
  '{ scorecards(year: 2024, first: 50) { edges { node { organisation { id } outcome } } } }';

async function hold({ client }: RunningService, meeting: string): Promise<string> {
  const input = regularMeeting('cell-1', meeting, '2025-02-03');
  const answer = await client.attempt('holdMeeting', { commandId: randomUUID(), ...input });
  return receiptOf(answer).position;
}

async function readiness(service: RunningService): Promise<string> {
  return (await service.get('/readyz')).text();
}

async function untilAllIsCounted(service: RunningService): Promise<void> {
  while (/"eventsBehind":[1-9]/.test(await readiness(service)));
}

describe('a back-up', () => {
  const installation = new Installation();
  const backup = installation.path('backup');
  const log = join(installation.dataDir, 'log.db');
  let outcomes: unknown;

  afterAll(() => installation.remove());

  it('is taken while the service records, and holds all that was acknowledged before', async () => {
    const service = await installation.startWithSample();
    // Keys are made when they are first needed.
    await installation.token('--actor', 'm1', '--role', 'AUDITOR', '--organisation', 'ward');
    const acknowledged = BigInt(await hold(service, 'before'));
    const backingUp = installation.backUp(backup, {}, '--with-keys');
    let isTaken = false;
    void backingUp.finally(() => {
      isTaken = true;
    });
    for (let count = 1; !isTaken; count += 1) await hold(service, `meanwhile-${count}`);
    await hold(service, 'later');
    await untilAllIsCounted(service);
    outcomes = await service.client.ask(OUTCOMES);
    await service.stop();

    expect(await backingUp).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Backed up: \d+ events, and the keys, in /),
    });
    const copied = await recordedEvents(backup);
    const all = await recordedEvents(installation.dataDir);
    expect(copied).toEqual(all.slice(0, copied.length));
    expect(copied.at(-1)?.position).toBeGreaterThanOrEqual(acknowledged);
  });

  it('holds what was delivered to webhooks, for its owner only, and nothing half made', () => {
    expect(statSync(join(backup, 'webhooks.db')).mode & 0o777).toBe(0o600);
    expect(existsSync(join(backup, 'webhooks.db.part'))).toBe(false);
  });

  it('holds what was signed, which the copy of the log still gives', async () => {
    const { dataDir } = installation;
    const source = await LogSource.open(`sqlite:${join(backup, 'log.db')}`, backup);
    const folder = installation.path('export');
    await writeExport(source, { folder, now: () => new Date(), onProgress: () => undefined });
    await source.close();
    const keys = JSON.parse(
      readFileSync(join(dataDir, 'keys', 'ledger-keys.json'), 'utf8'),
    ) as unknown[];
    expect(keys).toHaveLength(1);
    const pem = readFileSync(join(backup, 'keys', 'ledger-1.pem'), 'utf8');
    const { origin } = readCheckpoint(readFileSync(join(folder, 'checkpoint'), 'utf8'));
    const verdict = await verifyExport(await ExportFolder.open(folder), {
      keys: [Signer.of(origin, pem).verifierKey],
      witnesses: [],
      onProgress: () => undefined,
    });
    expect(verdict).toMatchObject({ ok: true, findings: [] });
  });

  it('leaves the keys out where they are not asked for, and says so', async () => {
    const folder = installation.path('without-keys');
    const { code, stdout } = await installation.backUp(folder);

    expect(code).toBe(0);
    expect(stdout).toContain('without keys (--with-keys takes them along)');
    expect(existsSync(join(folder, 'log.db'))).toBe(true);
    expect(existsSync(join(folder, 'keys'))).toBe(false);
    expect(existsSync(join(backup, 'keys'))).toBe(true);
  });

  it('is never taken over another', async () => {
    const again = await installation.backUp(backup);

    expect(again.code).toBe(1);
    expect(again.stderr).toMatch(/^Not backed up: .*is there already, and is not overwritten/);
  });

  it('is what a service starts on', async () => {
    const service = await installation.start('--data-dir', backup);
    await service.untilReadinessIs(200);

    expect(await service.client.ask(OUTCOMES)).toEqual(outcomes);
    await service.stop();
  });

  it('beside read models that counted more stops them, until they are deleted', async () => {
    const views = join(installation.dataDir, 'views.db');
    for (const file of [log, `${log}-wal`, `${log}-shm`]) rmSync(file, { force: true });
    cpSync(join(backup, 'log.db'), log);
    const signed = join(installation.dataDir, 'ledger');
    rmSync(signed, { recursive: true });
    cpSync(join(backup, 'ledger'), signed, { recursive: true });
    const restored = await installation.start();
    await restored.untilReadinessIs(503);
    while (!(await readiness(restored)).includes('"state":"STOPPED"'));
    await restored.stop();

    for (const file of [views, `${views}-wal`, `${views}-shm`]) rmSync(file, { force: true });
    const anew = await installation.start();
    await anew.untilReadinessIs(200);
    expect(await anew.client.ask(OUTCOMES)).toEqual(outcomes);
    await anew.stop();
  });

  it('of an event store is a file, in which a second one goes on', async () => {
    const double = await EventStoreDouble.start();
    try {
      const moved = await installation.migrate(`sqlite:${log}`, double.url);
      const first = await installation.backUp(installation.path('moved'), {
        EVENT_LOG_URL: double.url,
      });
      const other = await installation.start(
        '--event-log-url',
        double.url,
        '--data-dir',
        installation.path('other'),
      );
      await hold(other, 'moved');
      await other.stop();
      const second = await installation.backUp(installation.path('moved'), {
        EVENT_LOG_URL: double.url,
      });

      expect([moved.code, first.code, second.code]).toEqual([0, 0, 0]);
      expect(second.stdout).toMatch(/ events, 1 of them new/);
      const { events } = await double.report();
      const copied = await recordedEvents(installation.path('moved'));
      expect(copied.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    } finally {
      await double.stop();
    }
  });
});
