import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { EventStoreDouble } from '../../../test/eventstore-double';
import { collect, givenEvent, givenEvents } from '../contract';
import type { EventLog, RecordedEvent } from '../index';
import { openEventStoreDbEventLog } from '../eventstoredb';
import { openSqliteEventLog } from '../sqlite';
import { compareLogs, copyLog, LogsDiffer, RecordingTime } from './index';

const withoutPosition = (event: RecordedEvent) => ({ ...event, position: undefined });

describe('copying a log to another store', () => {
  let double: EventStoreDouble;
  let folder: string;
  const opened: EventLog[] = [];

  beforeAll(async () => {
    double = await EventStoreDouble.start();
  });

  afterAll(() => double.stop());

  beforeEach(async () => {
    await double.tell({ kind: 'clear' });
    folder = mkdtempSync(join(tmpdir(), 'copy-log-'));
  });

  afterEach(async () => {
    await Promise.all(opened.splice(0).map((log) => log.close()));
    rmSync(folder, { recursive: true });
  });

  function opening<L extends EventLog>(log: L): L {
    opened.push(log);
    return log;
  }

  const sqlite = (name: string, clock: () => Date) =>
    opening(openSqliteEventLog({ path: join(folder, name), clock }));
  const eventStore = (clock?: () => Date) =>
    opening(openEventStoreDbEventLog({ url: double.url, ...(clock && { clock }) }));

  /** Some events a day, from the year before last on. */
  function originalClock(): () => Date {
    let hours = 0;
    return () => new Date(Date.UTC(2024, 0, 1, (hours += 5)));
  }

  async function original(): Promise<EventLog> {
    const log = sqlite('original.db', originalClock());
    await log.append('case-1', 'no-stream', givenEvents(1, 3));
    await log.append('case-2', 'no-stream', givenEvents(4, 2));
    await log.append('case-1', 2, [{ ...givenEvent(6), schemaVersion: 3 }]);
    return log;
  }

  it('keeps ids, revisions, metadata, versions and times of recording, there and back', async () => {
    const from = await original();
    const there = new RecordingTime();
    const moved = eventStore(there.clock);
    expect(await copyLog({ from, to: moved, time: there })).toEqual({
      found: 0,
      copied: 6,
      renamed: 0,
    });
    const back = new RecordingTime();
    const returned = sqlite('returned.db', back.clock);
    await copyLog({ from: eventStore(), to: returned, time: back });

    const events = await collect(from.readAll());
    const inEventStore = await collect(eventStore().readAll());
    expect(inEventStore.map(withoutPosition)).toEqual(events.map(withoutPosition));
    // Here positions are counted: a log that returns is the same to the last digit.
    expect(await collect(returned.readAll())).toEqual(events);
    expect(await compareLogs(from, moved)).toBe(6);
    expect(await compareLogs(moved, returned)).toBe(6);
  });

  it('lets the time of recording go on from there', async () => {
    const time = new RecordingTime();
    await copyLog({ from: await original(), to: eventStore(time.clock), time });

    const log = eventStore();
    await log.append('case-2', 1, [givenEvent(7)]);
    const times = (await log.readAllSlice()).map(({ recordedAt }) => recordedAt);
    expect(times).toEqual(times.toSorted());
    expect(times.at(-1)).not.toMatch(/^2024/);
  });

  it('goes on wherever it was interrupted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(6), async (alreadyThere) => {
        await double.tell({ kind: 'clear' });
        const source = sqlite(`${crypto.randomUUID()}.db`, originalClock());
        for (let n = 0; n < 6; n += 1) {
          const revision = Math.floor(n / 2);
          const expected = revision === 0 ? 'no-stream' : revision - 1;
          await source.append(`case-${n % 2}`, expected, [givenEvent(n + 1)]);
        }
        const time = new RecordingTime();
        const to = eventStore(time.clock);
        for (const event of (await source.readAllSlice()).slice(0, alreadyThere)) {
          time.set(event.recordedAt);
          const { stream, revision } = event;
          await to.append(stream, revision === 0 ? 'no-stream' : revision - 1, [event]);
        }

        expect(await copyLog({ from: source, to, time })).toEqual({
          found: alreadyThere,
          copied: 6 - alreadyThere,
          renamed: 0,
        });
        expect(await compareLogs(source, to)).toBe(6);
      }),
      { numRuns: 7 },
    );
  });

  it('refuses a target that holds something else, and leaves it as it is', async () => {
    const to = eventStore();
    await to.append('case-1', 'no-stream', givenEvents(1, 2));
    const time = new RecordingTime();

    const error = await copyLog({ from: await original(), to, time }).catch((e: unknown) => e);
    // The ids are the same; they were recorded at another time.
    expect(error).toBeInstanceOf(LogsDiffer);
    expect(error).toMatchObject({ same: 0, copy: { stream: 'case-1', revision: 0 } });
    expect(await to.count()).toBe(2);
  });

  it('finds the one event that is missing, and the one that is too many', async () => {
    const from = await original();
    const time = new RecordingTime();
    const to = eventStore(time.clock);
    await copyLog({ from, to, time });
    await from.append('case-3', 'no-stream', [givenEvent(7)]);
    await expect(compareLogs(from, to)).rejects.toThrow(LogsDiffer);

    await copyLog({ from, to, time });
    expect(await compareLogs(from, to)).toBe(7);
    await to.append('case-3', 0, [givenEvent(8)]);
    await expect(compareLogs(from, to)).rejects.toMatchObject({ same: 7 });
  });
});
