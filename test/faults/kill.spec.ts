import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as elapsed } from 'node:timers/promises';
import type { RecordedEvent } from '#event-log';
import { documentsOf, Installation, recordedEvents } from '../support';
import type { RunningService, StandBy } from '../support';
import { beginningsOf, recordsOf } from './busy-cell';
import { PersistentClient } from './persistent-client';

const KILLS = 50;
const CELLS = ['cell-1', 'cell-5', 'cell-6'];
const CLIENTS_OF_A_CELL = 2;
const TIME_LIMIT_MS = 600_000;

describe('a service that is killed again and again while clients write', () => {
  const installation = new Installation();
  const clients = CELLS.flatMap((cell) =>
    Array.from({ length: CLIENTS_OF_A_CELL }, (_, n) => new PersistentClient(recordsOf(cell, n))),
  );
  let events: readonly RecordedEvent[];

  beforeAll(async () => {
    await begin(installation);
    let next = installation.standBy();
    for (let kill = 1; kill <= KILLS; kill += 1) {
      next = await liveAndDie(next, () => installation.standBy(), clients);
    }
    await settle(await next.start(), clients);
    events = await recordedEvents(installation.dataDir);
  }, TIME_LIMIT_MS);

  afterAll(() => installation.remove());

  it('has lost no acknowledged event', () => {
    const places = new Map(events.map((event) => [event.id, event]));
    const receipts = clients.flatMap(({ acknowledged }) => acknowledged);

    expect(receipts.length).toBeGreaterThanOrEqual(KILLS);
    for (const { stream, events: acknowledged, position, revision } of receipts) {
      for (const { id, ...event } of acknowledged) {
        expect(places.get(id)).toMatchObject({ stream, ...event });
      }
      const last = places.get(acknowledged.at(-1)?.id ?? '');
      expect(last).toMatchObject({ revision, position: BigInt(position) });
    }
  });

  it('has doubled none, also not those that were sent again', () => {
    const receipts = clients.flatMap(({ acknowledged }) => acknowledged);
    const acknowledged = receipts.flatMap(({ events: own }) => own.map(({ id }) => id));
    const ofClients = new Set(receipts.map(({ commandId }) => commandId));
    const recorded = events.filter(({ metadata }) => ofClients.has(metadata.commandId));

    expect(recorded.map(({ id }) => id).sort()).toEqual(acknowledged.sort());
  });

  it('has recorded each stream without a gap, and everything in one order', () => {
    const heads = new Map<string, number>();
    let before = -1n;
    for (const { stream, revision, position } of events) {
      expect(revision).toBe((heads.get(stream) ?? -1) + 1);
      expect(position).toBeGreaterThan(before);
      heads.set(stream, revision);
      before = position;
    }
  });

  it('has read models that are, byte by byte, those of a rebuild', async () => {
    const { dataDir } = installation;
    const survived = await documentsOf(dataDir, join(dataDir, 'views.db'));
    const rebuilt = await documentsOf(dataDir, installation.path('rebuilt.db'));

    expect(survived.size).toBeGreaterThan(events.length);
    expect(survived).toEqual(rebuilt);
  });
});

/** The sample year, so that scorecards are computed all along, and what the clients' records rest on. */
async function begin(installation: Installation): Promise<void> {
  const service = await installation.startWithSample();
  for (const cell of CELLS) {
    for (const { mutation, input } of beginningsOf(cell)) {
      await service.client.give(mutation, input);
    }
  }
  await service.kill();
}

/** One life: it ends at a random moment after a random number of acknowledgements. */
async function liveAndDie(
  standBy: StandBy,
  standByNext: () => StandBy,
  clients: readonly PersistentClient[],
): Promise<StandBy> {
  const service = await standBy.start();
  const next = standByNext();
  const enough = Promise.withResolvers<void>();
  let left = randomInt(1, 40);
  const onAcknowledged = () => {
    left -= 1;
    if (left === 0) enough.resolve();
  };
  const working = clients.map((client) => client.workUntilGone(service.client, onAcknowledged));
  await Promise.race([enough.promise, Promise.all(working)]);
  await elapsed(randomInt(0, 8));
  expect(await service.kill()).toEqual({ code: null, signal: 'SIGKILL' });
  await Promise.all(working);
  return next;
}

/** Everybody sends again what was not acknowledged; then the last kill. */
async function settle(
  service: RunningService,
  clients: readonly PersistentClient[],
): Promise<void> {
  for (const client of clients) {
    while (client.hasPending) await client.giveNext(service.client);
  }
  await service.kill();
}
