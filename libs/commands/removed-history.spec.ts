import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StreamIncomplete } from '#event-log';
import type { EventLog } from '#event-log';
import { openEventStoreDbEventLog } from '#event-log/eventstoredb';
import { openSqliteEventLog } from '#event-log/sqlite';
import { EventStoreDouble } from '../../test/eventstore-double';
import { CommandGateway } from './command-gateway';
import { envelope, NOW, SILENT } from './testing';
import type { DomainCommand } from '#domain';

/** What an administrator of the store does to `organisation-cell`, of which there are two events. */
function logOf(log: EventLog | undefined): EventLog {
  if (log === undefined) throw new Error('No log is open');
  return log;
}

type Removal = 'all' | 'the first';

interface Store {
  open(): EventLog;
  remove(what: Removal): Promise<void>;
}

const CELL = {
  type: 'EstablishOrganisation',
  organisation: 'cell',
  kind: 'SUBORDINATE_CELL',
  name: 'Chi bộ',
  organisationType: 'neighbourhood',
} as const satisfies DomainCommand;
const rename = (name: string, organisation = 'cell'): DomainCommand => ({
  type: 'RenameOrganisation',
  organisation,
  name,
});

describe('Deciding on a stream from which events were removed', () => {
  let double: EventStoreDouble;
  let folder: string;
  let log: EventLog | undefined;
  let found: StreamIncomplete[];

  beforeAll(async () => {
    double = await EventStoreDouble.start();
  });

  afterAll(() => double.stop());

  beforeEach(async () => {
    await double.tell({ kind: 'clear' });
    folder = mkdtempSync(join(tmpdir(), 'removed-history-'));
    found = [];
  });

  afterEach(async () => {
    await log?.close();
    rmSync(folder, { recursive: true });
  });

  const sqlite = (): Store => {
    const path = join(folder, 'log.db');
    return {
      open: () => openSqliteEventLog({ path, clock: () => NOW }),
      remove: (what) => {
        const db = new DatabaseSync(path);
        const first = what === 'all' ? '' : ' AND revision = 0';
        db.exec(`DELETE FROM event WHERE stream = 'organisation-cell'${first}`);
        db.close();
        return Promise.resolve();
      },
    };
  };
  const eventStore = (): Store => ({
    open: () => openEventStoreDbEventLog({ url: double.url }),
    remove: (what) =>
      double.tell({
        kind: 'delete-stream',
        stream: 'organisation-cell',
        ...(what === 'the first' && { before: 1 }),
      }),
  });
  const tombstoning = (): Store => ({
    ...eventStore(),
    remove: () => double.tell({ kind: 'tombstone-stream', stream: 'organisation-cell' }),
  });

  function gatewayOn(store: Store): CommandGateway {
    log = store.open();
    const onIncomplete = (error: StreamIncomplete) => found.push(error);
    return new CommandGateway({ log, sources: SILENT, now: () => NOW, onIncomplete });
  }

  async function afterRemoval(store: Store, what: Removal): Promise<CommandGateway> {
    const gateway = gatewayOn(store);
    await gateway.execute([envelope(CELL, { on: '2020-01-01' })]);
    await gateway.execute([envelope(rename('Chi bộ 1'))]);
    await gateway.execute([envelope({ ...CELL, organisation: 'other' }, { on: '2020-01-01' })]);
    await log?.close();
    await store.remove(what);
    return gatewayOn(store);
  }

  it.each<[string, () => Store, Removal]>([
    ['an event store, the first event', eventStore, 'the first'],
    ['an event store, the stream', eventStore, 'all'],
    ['an event store, the stream for good', tombstoning, 'all'],
  ])('is refused, naming what is missing: %s', async (_, on, what) => {
    const store = on();
    const gateway = await afterRemoval(store, what);
    const before = await log?.count();

    for (const command of [rename('Chi bộ 2'), CELL]) {
      const error = await gateway
        .execute([envelope(command, { on: '2024-04-01' })])
        .catch((e: unknown) => e);
      expect(error).toBeInstanceOf(StreamIncomplete);
      expect(error).toMatchObject({ stream: 'organisation-cell', revision: 0 });
    }
    // Nor is anything decided that looks at it from elsewhere.
    const beside = { type: 'AdmitMember', member: 'm1', organisation: 'cell' } as const;
    await expect(
      gateway.execute([envelope({ ...beside, admittedOn: '2024-04-01' }, { on: '2024-04-01' })]),
    ).rejects.toBeInstanceOf(StreamIncomplete);
    expect(await log?.count()).toBe(before);
    expect(found).toHaveLength(3);
  });

  it.each<Removal>(['all', 'the first'])('is not even begun on a file: %s', async (what) => {
    await expect(afterRemoval(sqlite(), what)).rejects.toThrow(/events are missing.*position 1/);
  });

  it('is refused where a file lost them while it was open', async () => {
    const store = sqlite();
    const gateway = gatewayOn(store);
    await gateway.execute([envelope(CELL, { on: '2020-01-01' })]);
    await gateway.execute([envelope(rename('Chi bộ 1'))]);
    await store.remove('the first');
    const restarted = new CommandGateway({ log: logOf(log), sources: SILENT, now: () => NOW });

    await expect(
      restarted.execute([envelope(rename('Chi bộ 2'), { on: '2024-04-01' })]),
    ).rejects.toBeInstanceOf(StreamIncomplete);
  });

  it('goes on for all other streams', async () => {
    const gateway = await afterRemoval(eventStore(), 'all');
    const other = rename('Chi bộ khác', 'other');

    await expect(gateway.execute([envelope(other)])).resolves.toMatchObject({ revision: 1 });
    expect(found).toEqual([]);
  });

  it('does not count the marker of a tombstone as an event', async () => {
    await afterRemoval(tombstoning(), 'all');
    expect(await log?.count()).toBe(3);
    expect((await log?.readAllSlice())?.map(({ type }) => type)).not.toContain('$streamDeleted');
  });
});
