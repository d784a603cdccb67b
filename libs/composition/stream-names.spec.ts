import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventLog, RecordedEvent } from '#event-log';
import { StreamNamedOtherwise } from '#event-log';
import { compareLogs, copyLog, RecordingTime } from '#event-log/copying';
import { openSqliteEventLog } from '#event-log/sqlite';
import { collect } from '../event-log/contract';
import { recorded } from '../projection-engine/testing';
import type { ToRecord } from '../projection-engine/testing';
import { openEventLog } from './open-stores';
import { requireMigrated } from './migrated-log';
import { currentStreamNames } from './versions';

const FRAMEWORK = { id: 'f1', version: 1 };
const at = '2024-02-01T08:00:00+07:00';

function registered(campaign: string, organisation: string, member?: string): ToRecord {
  const whose = { campaign, year: 2024, organisation, ...(member !== undefined && { member }) };
  const data = { ...whose, framework: FRAMEWORK, items: [] };
  return { type: 'PledgeRegistered', data, effectiveAt: at };
}

function signed(campaign: string, organisation: string): ToRecord {
  const data = { campaign, year: 2024, organisation, framework: FRAMEWORK };
  return { type: 'PledgeSigned', data, effectiveAt: at };
}

function withdrawn(campaign: string, organisation: string): ToRecord {
  return { type: 'PledgeWithdrawn', data: { campaign, year: 2024, organisation }, effectiveAt: at };
}

/** As versions before named the streams: two that differ can have one name. */
function earlierName({ type, data, stream }: RecordedEvent): string {
  if (!type.startsWith('Pledge')) return stream.replaceAll('%25', '%');
  const { campaign, organisation, member, year } = data as Readonly<Record<string, unknown>>;
  return `pledge-${String(campaign)}-${String(member ?? organisation)}-${String(year)}`;
}

describe('a log that was written under the stream names of an earlier version', () => {
  let folder: string;
  let time: RecordingTime;
  const opened: EventLog[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stream-names-'));
    time = new RecordingTime();
  });

  afterEach(async () => {
    await Promise.all(opened.splice(0).map((log) => log.close()));
    rmSync(folder, { recursive: true });
  });

  const opening = (log: EventLog): EventLog => {
    opened.push(log);
    return log;
  };
  const stored = (name: string) =>
    opening(openSqliteEventLog({ path: join(folder, name), clock: time.clock }));

  /** Facts as that version recorded them, and last a correction of the one with this index. */
  async function logOf(facts: readonly ToRecord[], correctedIndex?: number): Promise<EventLog> {
    const log = stored('earlier.db');
    const events = recorded(...facts);
    const revisions = new Map<string, number>();
    const append = async (event: RecordedEvent, stream: string) => {
      time.set(event.recordedAt);
      const revision = revisions.get(stream);
      await log.append(stream, revision ?? 'no-stream', [event]);
      revisions.set(stream, (revision ?? -1) + 1);
    };
    for (const event of events) await append(event, earlierName(event));
    const wrong = correctedIndex === undefined ? undefined : events[correctedIndex];
    if (wrong !== undefined) {
      const stream = earlierName(wrong);
      const data = { stream, event: wrong.id, correctedType: wrong.type };
      const id = '00000000-0000-5000-8000-00000000c0c0';
      await append({ ...wrong, id, type: 'FactCorrected', data }, stream);
    }
    return log;
  }

  async function migrated(from: EventLog): Promise<EventLog> {
    const to = stored('migrated.db');
    const nameOf = currentStreamNames(from);
    await copyLog({ from, to, time, nameOf });
    await compareLogs(from, to, { nameOf });
    return to;
  }

  async function placesIn(log: EventLog): Promise<readonly string[]> {
    const events = await collect(log.readAll());
    return events.map(({ type, stream, revision }) => `${type} ${stream}@${revision}`);
  }

  it('is copied event by event to the streams that this version names', async () => {
    const from = await logOf([
      registered('c1', 'cell-1'),
      registered('c1', 'cell-1', 'm00001'),
      signed('c1', 'cell-1'),
      withdrawn('c1', 'cell-1'),
      registered('c2', 'cell-1'),
    ]);

    expect(await placesIn(await migrated(from))).toEqual([
      'PledgeRegistered pledge-2024-cell-1@0',
      'PledgeRegistered member-pledge-2024-m00001@0',
      'PledgeSigned pledge-2024-cell-1@1',
      'PledgeWithdrawn pledge-2024-cell-1@2',
      'PledgeRegistered pledge-2024-cell-1@3',
    ]);
  });

  it('keeps all but the places of events', async () => {
    const from = await logOf([registered('c1', 'cell-1'), signed('c1', 'cell-1')], 1);
    const content = (event: RecordedEvent) => ({
      ...event,
      stream: undefined,
      revision: undefined,
    });

    const before = (await collect(from.readAll())).map(content);
    expect((await collect((await migrated(from)).readAll())).map(content)).toEqual(before);
  });

  it('takes apart what two that had one name recorded, a correction with what it corrects', async () => {
    const facts = [registered('bon-tot-xa', '1'), signed('bon-tot', 'xa-1')];
    const from = await logOf(facts, 1);
    expect(new Set((await placesIn(from)).map((place) => place.split(/[ @]/)[1])).size).toBe(1);

    expect(await placesIn(await migrated(from))).toEqual([
      'PledgeRegistered pledge-2024-1@0',
      'PledgeSigned pledge-2024-xa-1@0',
      'FactCorrected pledge-2024-xa-1@1',
    ]);
  });

  it('gives an id with a per cent sign its escaped name', async () => {
    const data = { grievance: '50%', organisation: 'cell-1', flag: 'CROWD' } as const;
    const from = await logOf([{ type: 'GrievanceFlagged', data, effectiveAt: at }]);

    expect(await placesIn(from)).toEqual(['GrievanceFlagged grievance-50%@0']);
    expect(await placesIn(await migrated(from))).toEqual(['GrievanceFlagged grievance-50%25@0']);
  });

  it('resumes a copy that was interrupted, counting the revisions on', async () => {
    const from = await logOf([registered('c1', 'cell-1'), withdrawn('c1', 'cell-1')]);
    const to = stored('migrated.db');
    const [first] = await from.readAllSlice();
    if (first === undefined) throw new Error('Nothing was recorded');
    time.set(first.recordedAt);
    await to.append('pledge-2024-cell-1', 'no-stream', [first]);

    const copied = copyLog({ from, to, time, nameOf: currentStreamNames(from) });
    expect(await copied).toEqual({ found: 1, copied: 1, renamed: 2 });
    expect(await placesIn(to)).toEqual([
      'PledgeRegistered pledge-2024-cell-1@0',
      'PledgeWithdrawn pledge-2024-cell-1@1',
    ]);
  });

  it('is read nowhere before it is migrated: the first event elsewhere is named, and what to do', async () => {
    await (await logOf([registered('c1', 'cell-1')])).close();
    const log = opening(openEventLog({ eventLogUrl: `sqlite:${join(folder, 'earlier.db')}` }));

    const error = await requireMigrated(log).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(StreamNamedOtherwise);
    expect(error).toMatchObject({
      stream: 'pledge-c1-cell-1-2024',
      revision: 0,
      belongsTo: 'pledge-2024-cell-1',
      message: expect.stringContaining('npm run migrate'),
    });
    await expect(log.readStreamSlice('pledge-c1-cell-1-2024', 0)).rejects.toThrow(error as Error);
    const subscription = log.subscribe({ after: 'start', signal: new AbortController().signal });
    await expect(collect(subscription)).rejects.toThrow(error as Error);
  });

  it('is read once it is migrated', async () => {
    const to = await migrated(await logOf([registered('c1', 'cell-1')], 0));
    await to.close();
    const log = opening(openEventLog({ eventLogUrl: `sqlite:${join(folder, 'migrated.db')}` }));

    await requireMigrated(log);
    expect(await log.readStreamSlice('pledge-2024-cell-1', 0)).toHaveLength(2);
  });
});
