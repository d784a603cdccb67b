import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { openCopy, openLogToCopy } from '#composition';
import type { RecordedEvent } from '#event-log';
import { copyLog, RecordingTime } from '#event-log/copying';
import { Installation, recordedEvents } from '../support';
import type { RunningService } from '../support';

const ANSWERS = `{
  scorecards(under: "ward", year: 2024, first: 50) {
    edges { node { organisation { id } outcome goods { code status } } }
  }
  pledges(campaign: "four-good-2023-2025", year: 2024, first: 50) {
    edges { node { organisation { id } campaign state events { position type } } }
  }
  history(filter: { types: [PledgeRegistered, PledgeSigned] }, first: 50) {
    edges { node { id position stream revision recordedAt data } }
  }
}`;

/** As versions before named the streams of pledges: by campaign, whoever's they were. */
function earlierName({ type, data, stream }: RecordedEvent): string {
  if (!type.startsWith('Pledge')) return stream;
  const { campaign, organisation, member, year } = data as Readonly<Record<string, unknown>>;
  return `pledge-${String(campaign)}-${String(member ?? organisation)}-${String(year)}`;
}

async function answersOf({ client }: RunningService): Promise<unknown> {
  return client.ask(ANSWERS);
}

describe('a service on a log that an earlier version wrote', () => {
  const installation = new Installation();
  const log = join(installation.dataDir, 'log.db');
  const earlier = installation.path('earlier.db');
  const migrated = installation.path('migrated.db');
  let answers: unknown;
  let events: readonly RecordedEvent[];

  beforeAll(async () => {
    const service = await installation.startWithSample();
    await service.untilReadinessIs(200);
    answers = await answersOf(service);
    await service.stop();
    events = await recordedEvents(installation.dataDir);
    const from = openLogToCopy({ eventLogUrl: `sqlite:${log}` });
    const time = new RecordingTime();
    const to = openCopy({ eventLogUrl: `sqlite:${earlier}` }, time);
    await copyLog({ from, to, time, nameOf: earlierName });
    await Promise.all([from.close(), to.close()]);
    renameSync(log, installation.path('present.db'));
    renameSync(earlier, log);
  });

  afterAll(() => installation.remove());

  it('does not start, and says what to do', async () => {
    const { code, stderr } = await installation.runService([]);

    expect(code).toBe(1);
    expect(stderr).toMatch(/PledgeRegistered in pledge-\S+ \(revision 0\).*npm run migrate/);
  });

  it('is migrated: the copy has every event in its stream, and the log stays as it was', async () => {
    const { code, stdout } = await installation.migrate(`sqlite:${log}`, `sqlite:${migrated}`);

    expect(code).toBe(0);
    expect(stdout).toContain(`${events.length} events copied`);
    expect(stdout).toMatch(/[1-9]\d* of them in streams of another name/);
  });

  it('answers on the copy as before', async () => {
    renameSync(log, earlier);
    renameSync(migrated, log);
    const service = await installation.start();
    await service.untilReadinessIs(200);

    expect(await answersOf(service)).toEqual(answers);
    expect((await service.stop()).code).toBe(0);
    expect(await recordedEvents(installation.dataDir)).toEqual(events);
  });
});
