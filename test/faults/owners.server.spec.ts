import { randomInt } from 'node:crypto';
import { setTimeout as elapsed } from 'node:timers/promises';
import type { RecordedEvent } from '#event-log';
import { PROJECTIONS } from '#projections';
import { onServer } from '#read-models/contract';
import { TestDatabases } from '#read-models/mongodb/testing';
import { EventStoreDouble } from '../eventstore-double';
import {
  documentsOf,
  GraphqlClient,
  Installation,
  recordedEvents,
  RunningService,
} from '../support';
import { beginningsOf, recordsOf } from './busy-cell';
import { LeaseWatch } from './lease-watch';
import { PersistentClient } from './persistent-client';
import { Replaceable } from './replaceable';

const CELLS = ['cell-1', 'cell-5', 'cell-6'];
const CLIENTS_OF_A_CELL = 2;
/** Of each kind: an owner that is killed, and one that is stalled until it has lost everything. */
const FAULTS_OF_OWNERS = ['kill', 'stall', 'kill', 'stall'] as const;
/** A client that has waited so long asks another API, while the first may still be at it. */
const PATIENCE_MS = 2_000;
const TIME_LIMIT_MS = 400_000;

onServer(
  'TEST_MONGODB_URL',
  'two APIs and two projectors, killed and stalled at random',
  (address) => {
    const databases = new TestDatabases(address);
    const views = databases.newUrl();
    const clients = CELLS.flatMap((cell) =>
      Array.from({ length: CLIENTS_OF_A_CELL }, (_, n) => new PersistentClient(recordsOf(cell, n))),
    );
    let double: EventStoreDouble;
    let installation: Installation;
    let watch: LeaseWatch;
    let events: readonly RecordedEvent[];

    beforeAll(async () => {
      double = await EventStoreDouble.start();
      installation = new Installation({
        EVENT_LOG_URL: double.url,
        READ_MODELS_URL: views,
        LOG_LEVEL: 'info',
      });
      const projectors = await started(2, () => installation.startProjector());
      const apis = [await firstApi(installation), ...(await started(1, () => api(installation)))];
      watch = new LeaseWatch(views);
      await watch.untilAllAreOwned();
      let isOver = false;
      const writing = clients.map((client, n) => write(client, apis, n, () => isOver));
      const disturbing = disturb(apis, () => isOver);
      for (const fault of shuffled(FAULTS_OF_OWNERS)) {
        // Whoever owns nothing has nothing to lose; after the first fault, one of them owns everything.
        const [victim] = shuffled(projectors.filter(({ pid }) => watch.isOwner(pid)));
        if (victim !== undefined) await lose(victim, fault, watch);
      }
      isOver = true;
      await Promise.all([...writing, disturbing]);
      await watch.end();
      await Promise.all([...apis, ...projectors].map((each) => each.stop()));
      events = await recordedEvents({ eventLogUrl: double.url });
    }, TIME_LIMIT_MS);

    afterAll(async () => {
      await installation.remove();
      await databases.remove();
      await double.stop();
    });

    it('have recorded every acknowledged command, once, however often and to whom it was given', () => {
      const receipts = clients.flatMap(({ acknowledged }) => acknowledged);
      const acknowledged = receipts.flatMap(({ events: own }) => own.map(({ id }) => id));
      const ofClients = new Set(receipts.map(({ commandId }) => commandId));
      const recorded = events.filter(({ metadata }) => ofClients.has(metadata.commandId));

      expect(receipts.length).toBeGreaterThan(clients.length);
      expect(recorded.map(({ id }) => id).sort()).toEqual(acknowledged.sort());
    });

    it('have recorded each stream without a gap', () => {
      const heads = new Map<string, number>();
      for (const { stream, revision } of events) {
        expect(revision).toBe((heads.get(stream) ?? -1) + 1);
        heads.set(stream, revision);
      }
    });

    it('have taken over every read model from every owner lost, none before its lease had run out', () => {
      const { takeovers } = watch;

      expect(new Set(takeovers.map(({ projection }) => projection)).size).toBe(PROJECTIONS.length);
      expect(takeovers.filter(({ wasEarly }) => wasEarly)).toEqual([]);
    });

    it('leave the read models of a rebuild: no event missed or applied twice, nothing of a former owner', async () => {
      const log = { eventLogUrl: double.url };
      const survived = await documentsOf(log, views);
      const rebuilt = await documentsOf(log, installation.path('rebuilt.db'));

      expect(survived.size).toBeGreaterThan(events.length);
      expect(survived).toEqual(rebuilt);
    });
  },
);

/** With the sample year, and what the clients' records rest on. */
async function firstApi(installation: Installation): Promise<Replaceable> {
  const child = installation.spawnService('--projections', 'off', '--sample');
  const service = await RunningService.listening(child);
  await service.untilItSays('a sample year was recorded');
  for (const cell of CELLS) {
    for (const { mutation, input } of beginningsOf(cell)) {
      await service.client.give(mutation, input);
    }
  }
  return new Replaceable(service, () => api(installation));
}

function api(installation: Installation): Promise<RunningService> {
  return installation.start('--projections', 'off');
}

async function started(
  count: number,
  start: () => Promise<RunningService>,
): Promise<readonly Replaceable[]> {
  const services = await Promise.all(Array.from({ length: count }, start));
  return services.map((service) => new Replaceable(service, start));
}

/** Gives one command after the other to whichever API, and in the end what was not acknowledged. */
async function write(
  client: PersistentClient,
  apis: readonly Replaceable[],
  turn: number,
  isOver: () => boolean,
): Promise<void> {
  for (let next = turn; !isOver() || client.hasPending; next += 1) {
    const url = apis[next % apis.length]?.url;
    if (url !== undefined) await client.giveNext(new GraphqlClient(url, undefined, PATIENCE_MS));
  }
}

/** APIs are killed and replaced, or stalled for a while that some clients do not wait for. */
async function disturb(apis: readonly Replaceable[], isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await elapsed(randomInt(500, 3_000));
    const victim = apis[randomInt(apis.length)];
    if (randomInt(2) === 0) await victim?.replace();
    else await victim?.stallFor(randomInt(100, 2 * PATIENCE_MS));
  }
}

/** An owner goes until others own whatever it owned; then it is there again. */
async function lose(
  victim: Replaceable,
  fault: (typeof FAULTS_OF_OWNERS)[number],
  watch: LeaseWatch,
): Promise<void> {
  const { pid } = victim;
  if (fault === 'kill') {
    await victim.kill();
    await watch.untilNoneIsOf(pid);
    await victim.replace();
  } else {
    victim.stall();
    await watch.untilNoneIsOf(pid);
    victim.resume();
    // The store refuses what it still wanted to write.
    await victim.untilItSays('Another process took a projection over');
  }
}

function shuffled<T>(items: readonly T[]): readonly T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(randomInt(left.length), 1));
}
