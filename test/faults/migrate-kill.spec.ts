import { collect, givenEvent } from '../../libs/event-log/contract';
import type { EventLog, RecordedEvent } from '#event-log';
import { openEventStoreDbEventLog } from '#event-log/eventstoredb';
import { openSqliteEventLog } from '#event-log/sqlite';
import { EventStoreDouble } from '../eventstore-double';
import { Installation } from '../support';
import { endOf } from '../support/running-service';

const STREAMS = 300;
const EVENTS_OF_A_STREAM = 3;
const EVENTS = STREAMS * EVENTS_OF_A_STREAM;

const withoutPosition = (event: RecordedEvent) => ({ ...event, position: undefined });

describe('moving a log to another store', () => {
  const installation = new Installation();
  const original = installation.path('original.db');
  const returned = installation.path('returned.db');
  let double: EventStoreDouble;

  beforeAll(async () => {
    double = await EventStoreDouble.start();
    await write(original);
  });

  afterAll(async () => {
    await double.stop();
    await installation.remove();
  });

  it('is killed in the middle, goes on when run again, and moves every event as it was', async () => {
    const killed = installation.spawnMigrate(`sqlite:${original}`, double.url);
    const ended = endOf(killed);
    let inStore = 0;
    while (inStore < 100) inStore = (await double.report()).events.length;
    killed.kill('SIGKILL');
    await ended;
    inStore = (await double.report()).events.length;
    expect(inStore).toBeLessThan(EVENTS);

    const { code, stdout } = await installation.migrate(`sqlite:${original}`, double.url);

    expect(stdout).toContain(`${EVENTS - inStore} events copied, ${inStore} were there already.`);
    expect(stdout).toContain(`both logs hold the same ${EVENTS}.`);
    expect(code).toBe(0);
    const moved = await reading(openEventStoreDbEventLog({ url: double.url }));
    const events = await reading(openSqlite(original));
    expect(moved.map(withoutPosition)).toEqual(events.map(withoutPosition));
  });

  it('moves back, also when killed, to the same log with the same positions', async () => {
    const killed = installation.spawnMigrate(double.url, `sqlite:${returned}`);
    const ended = endOf(killed);
    // The bar is drawn again when events were copied.
    await new Promise<void>((resolve) => {
      killed.stderr.on('data', (chunk: Buffer) => {
        if (/[1-9]\d*\/900/.test(chunk.toString())) resolve();
      });
      void ended.then(() => resolve());
    });
    killed.kill('SIGKILL');
    await ended;

    const { code, stdout } = await installation.migrate(double.url, `sqlite:${returned}`);

    expect(stdout).toContain(`both logs hold the same ${EVENTS}.`);
    expect(code).toBe(0);
    expect(await reading(openSqlite(returned))).toEqual(await reading(openSqlite(original)));
  });

  it('moves nothing onto another log, and nothing from a file that is not there', async () => {
    const other = installation.path('other.db');
    const log = openSqlite(other);
    await log.append('meeting-x', 'no-stream', [givenEvent(9_000, { meeting: 'x' })]);
    await log.close();

    const refused = await installation.migrate(`sqlite:${other}`, double.url);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('The logs are the same for 0 events');
    const missing = await installation.migrate('sqlite:missing.db', double.url);
    expect(missing.code).toBe(1);
    expect(missing.stderr).toContain('there is no log at sqlite:missing.db');
    expect((await double.report()).events).toHaveLength(EVENTS);
  });
});

function openSqlite(path: string): EventLog {
  let minutes = 0;
  return openSqliteEventLog({ path, clock: () => new Date(Date.UTC(2024, 0, 1, 0, minutes++)) });
}

async function write(path: string): Promise<void> {
  const log = openSqlite(path);
  for (let n = 0; n < EVENTS; n += 1) {
    const revision = Math.floor(n / STREAMS);
    const expected = revision === 0 ? 'no-stream' : revision - 1;
    const meeting = String(n % STREAMS);
    await log.append(`meeting-${meeting}`, expected, [givenEvent(n + 1, { meeting })]);
  }
  await log.close();
}

async function reading(log: EventLog): Promise<readonly RecordedEvent[]> {
  try {
    return await collect(log.readAll());
  } finally {
    await log.close();
  }
}
