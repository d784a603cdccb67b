import { randomUUID } from 'node:crypto';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { sendBundle } from '../../apps/api/imports/send-bundle';
import { readBundleFiles } from '#import';
import type { Waiting } from '#import';
import { EventStoreDouble } from '../eventstore-double';
import { Installation, regularMeeting, RunningService, SAMPLE } from '../support';

/** Of every cell of the sample, without positions: those are the store's. */
const SCORECARDS = `{
  scorecards(under: "ward", year: 2024, first: 50) {
    edges { node {
      organisation { id }
      outcome
      goods { code status conditions { id status low high } }
    } }
  }
}`;
const EVENTS_OF_CELL = `{
  history(filter: { organisation: "cell-1" }, first: 50) {
    edges { node { id stream revision type effectiveAt recordedAt } }
  }
}`;

describe('the service on an event store', () => {
  const embedded = new Installation();
  let double: EventStoreDouble;
  let installation: Installation;
  let service: RunningService;
  let before: readonly unknown[];

  beforeAll(async () => {
    double = await EventStoreDouble.start();
    const original = await embedded.startWithSample();
    before = await answersOf(original);
    await original.stop();
    const moved = await embedded.migrate(`sqlite:${join(embedded.dataDir, 'log.db')}`, double.url);
    if (moved.code !== 0) throw new Error(`The log was not moved: ${moved.stderr}`);
    installation = new Installation({ EVENT_LOG_URL: double.url, COMMAND_TIMEOUT: '5' });
    service = await installation.start();
    await service.untilReadinessIs(200);
  });

  afterAll(async () => {
    await Promise.all([embedded.remove(), installation.remove()]);
    await double.stop();
  });

  it('answers what it did before the log was moved, to the time of recording', async () => {
    expect(await answersOf(service)).toEqual(before);
  });

  it('takes an import that is given beside it, rehearsed on a copy of the log', async () => {
    const { events } = await double.report();
    // The report is written beside the bundle.
    const bundle = installation.path('ward-2024');
    cpSync(SAMPLE, bundle, { recursive: true });
    const rehearsed = await installation.import(bundle, '--dry-run');

    expect(rehearsed.stdout).toMatch(
      /meetings\.csv: 0 would be recorded, [1-9]\d* already there, 0 refused/,
    );
    expect(rehearsed.code).toBe(0);
    expect((await installation.import(bundle)).stdout).toMatch(/meetings\.csv: 0 recorded/);
    expect((await double.report()).events).toEqual(events);
    // The import went through the service, whose read models are still its own.
    expect((await service.get('/readyz')).status).toBe(200);
  });

  it.each<[string, Absence]>([
    [
      'is gone, and refuses connections',
      {
        begin: (store) => store.tell({ kind: 'go-away', how: 'refuse' }),
        end: (store) => store.tell({ kind: 'come-back' }),
      },
    ],
    [
      'cannot be reached, and says nothing',
      {
        begin: (store) => store.tell({ kind: 'go-away', how: 'say-nothing' }),
        end: (store) => store.tell({ kind: 'come-back' }),
      },
    ],
    [
      'hangs, with its connections',
      { begin: (store) => store.suspend(), end: (store) => store.resume() },
    ],
  ])('refuses commands while the store %s, reads on, and resumes by itself', async (_, absence) => {
    const commandId = randomUUID();
    const meeting = regularMeeting('cell-2', `meeting-${commandId}`, '2025-02-03');
    const give = () => service.client.attempt('holdMeeting', { ...meeting, commandId });

    await absence.begin(double);
    const refused = await give();
    expect(refused.errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAVAILABLE']);
    expect(await answersOf(service)).toEqual(before);
    await service.untilReadinessIs(503);
    expect(await metricsOf(service)).toContain('four_good_store_available{store="eventLog"} 0');

    await absence.end(double);
    await service.untilReadinessIs(200);
    expect(await metricsOf(service)).toContain('four_good_store_available{store="eventLog"} 1');
    // A store that hung may have taken in the command all the same: then it was given before.
    expect((await give()).data?.receipt).toMatchObject({ commandId });
    const { events } = await double.report();
    expect(events.filter(({ stream }) => stream === `meeting-meeting-${commandId}`)).toHaveLength(
      1,
    );
  });

  it('waits with an import for a store that is away, says why, and goes on once it is back', async () => {
    const told = Promise.withResolvers<Waiting>();
    await double.tell({ kind: 'go-away', how: 'refuse' });
    const importing = sendBundle(service, await readBundleFiles(SAMPLE), false, {
      onWaiting: told.resolve,
    });

    expect(await told.promise).toMatchObject({ tries: 1 });
    await double.tell({ kind: 'come-back' });
    const { results } = await importing;
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['ALREADY_THERE']));
    await service.untilReadinessIs(200);
  });

  it('ends with 0 when it is asked to', async () => {
    expect(await service.stop()).toEqual({ code: 0, signal: null });
  });

  it.each([
    ['with read models', () => installation],
    ['with none yet', () => new Installation()],
  ])('starts %s while the store is away, and is ready once it is there', async (_, on) => {
    const starting = on();
    await double.tell({ kind: 'go-away', how: 'refuse' });
    const early = await starting.start('--event-log-url', double.url);
    await early.untilReadinessIs(503);

    await double.tell({ kind: 'come-back' });
    await early.untilReadinessIs(200);
    expect(await answersOf(early)).toEqual(before);
    await early.stop();
    await starting.remove();
  });
});

describe('an event store that is empty', () => {
  let double: EventStoreDouble;
  let installation: Installation;

  beforeAll(async () => {
    double = await EventStoreDouble.start();
    installation = new Installation({ EVENT_LOG_URL: double.url, LOG_LEVEL: 'info' });
  });

  afterAll(async () => {
    await installation.remove();
    await double.stop();
  });

  it('stays empty: nobody asked for a sample year in it', async () => {
    const service = await installation.startWithSample();
    await service.untilReadinessIs(200);

    expect((await double.report()).events).toEqual([]);
    await service.stop();
  });

  it('is given one that is asked for, once it is there', async () => {
    await double.tell({ kind: 'go-away', how: 'refuse' });
    const service = await RunningService.listening(installation.spawnService('--sample'));
    expect((await service.get('/livez')).status).toBe(200);
    await double.tell({ kind: 'come-back' });

    await service.untilItSays('a sample year was recorded');
    expect((await double.report()).events.length).toBeGreaterThan(800);
    await service.stop();
  });
});

/** How a store goes away, and how it comes back with all that it had. */
interface Absence {
  begin(store: EventStoreDouble): void | Promise<void>;
  end(store: EventStoreDouble): void | Promise<void>;
}

async function answersOf({ client }: RunningService): Promise<readonly unknown[]> {
  return [await client.ask(SCORECARDS), await client.ask(EVENTS_OF_CELL)];
}

/** Whatever is away, operators go on seeing what is not. */
async function metricsOf(service: RunningService): Promise<string> {
  const response = await service.get('/metrics');
  expect(response.status).toBe(200);
  return response.text();
}
