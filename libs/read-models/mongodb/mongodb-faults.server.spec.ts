import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { Fenced, ReadModelsUnavailable, type DocumentStore } from '..';
import { onServer } from '../contract';
import { openMongoDocumentStore } from '.';
import { CountingOwner, FAULTS, MongodbServer, tallied, type Fault } from './testing';

/** The commands that a lease, a document's creation, its replacement and a checkpoint are made of. */
const PLACES = {
  'a lease': ['findAndModify'],
  'a batch that creates': ['insert'],
  'a batch that replaces, and its checkpoint': ['update'],
} as const;

const ANSWER_MS = 400;
/** While this passes, an heir does all it does: also on a machine that has much else to do. */
const HELD_BACK_MS = 4_000;
const faults = Object.keys(FAULTS) as readonly Fault[];

onServer('TEST_MONGODB_SERVER', 'a MongoDB server that fails', (program) => {
  let server: MongodbServer;
  let database: string;
  const stores: DocumentStore[] = [];

  /** A store of its own for each process there would be. */
  function opened(answerMs = ANSWER_MS): DocumentStore {
    const url = `${server.url}/${database}?socketTimeoutMS=${answerMs}`;
    const store = openMongoDocumentStore({ url });
    stores.push(store);
    return store;
  }

  beforeAll(async () => {
    server = await MongodbServer.started(program);
  });
  beforeEach(() => {
    database = `test-${randomUUID()}`;
  });
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
  });
  afterAll(() => server.remove());

  const cases = faults.flatMap((fault) =>
    Object.entries(PLACES).flatMap(([place, commands]) =>
      [1, 2].map((times) => ({ fault, place, commands, times })),
    ),
  );
  it.each(cases)(
    '$fault in the middle of $place, times $times: nothing is lost or doubled',
    async ({ fault, commands, times }) => {
      const owner = new CountingOwner(opened());
      await owner.acquire();
      await owner.apply(1);
      await server.fails(fault, commands, times);
      await owner.acquire();
      await owner.apply(2);
      await owner.apply(3);

      expect(await owner.documents()).toEqual(tallied(3));
      expect(await owner.through()).toBe(3n);
    },
  );

  it('fails at random, and nothing is lost or doubled', async () => {
    const commands = ['find', 'insert', 'update', 'findAndModify'];
    const mishap = fc.record({
      fault: fc.constantFrom(...faults.filter((fault) => fault !== 'is blocked')),
      commands: fc.subarray(commands, { minLength: 1 }),
      times: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(mishap, { minLength: 1, maxLength: 5 }), async (mishaps) => {
        database = `test-${randomUUID()}`;
        const owner = new CountingOwner(opened());
        await owner.acquire();
        for (const [at, each] of mishaps.entries()) {
          await server.fails(each.fault, each.commands, each.times);
          await owner.apply(at + 1);
        }
        expect(await owner.documents()).toEqual(tallied(mishaps.length));
      }),
      { numRuns: 25 },
    );
  });

  it('is killed again and again while batches are written: none is lost, none applied twice', async () => {
    const owner = new CountingOwner(opened());
    await owner.acquire();
    const batches = 60;
    let acknowledged = 0;
    const writing = (async () => {
      for (let batch = 1; batch <= batches; batch += 1) {
        await owner.apply(batch);
        acknowledged = batch;
      }
    })();
    for (let kills = 0; kills < 3; kills += 1) {
      const before = acknowledged;
      while (acknowledged < Math.min(before + 7, batches)) await new Promise(setImmediate);
      await server.kill();
      const safe = BigInt(acknowledged);
      await server.start();
      expect(await new CountingOwner(opened()).through()).toBeGreaterThanOrEqual(safe);
    }
    await writing;

    expect(await owner.documents()).toEqual(tallied(batches));
  });

  it('hangs: whoever asks is told soon, and served when it goes on', async () => {
    const store = opened();
    const owner = new CountingOwner(store);
    await owner.acquire();
    await owner.apply(1);
    server.pause();
    try {
      expect(await firstRefusal(owner)).toBeInstanceOf(ReadModelsUnavailable);
      const writing = owner.apply(2);
      await expect(store.alias.list()).rejects.toBeInstanceOf(ReadModelsUnavailable);
      server.resume();
      await writing;
    } finally {
      server.resume();
    }

    expect(await owner.documents()).toEqual(tallied(2));
  });

  describe('whose answer comes when another owner has taken over', () => {
    let former: CountingOwner;
    let heir: CountingOwner;

    beforeEach(async () => {
      const answerMs = 3 * HELD_BACK_MS;
      former = new CountingOwner(opened(answerMs), 'former');
      heir = new CountingOwner(opened(answerMs), 'heir');
      await former.acquire();
      await former.apply(1);
    });

    /** The former owner's next such command is on its way; what it comes to is told when all is over. */
    async function underWay(command: string): Promise<{ readonly end: Promise<unknown> }> {
      await server.delays([command], HELD_BACK_MS);
      return {
        end: former.apply(2).then(
          () => 'written',
          (error: unknown) => error,
        ),
      };
    }

    it.each(['insert', 'update'])(
      'keeps what the heir wrote, and has the former owner stop (%s)',
      async (command) => {
        const { end } = await underWay(command);
        await heir.acquire();
        await heir.apply(2);
        await heir.apply(3);

        expect(await end).toBeInstanceOf(Fenced);
        expect(await heir.documents()).toEqual(tallied(3));
        expect(await heir.through()).toBe(3n);
      },
    );

    it('keeps what the heir wrote without moving on: the epoch tells, where the position does not', async () => {
      const { end } = await underWay('update');
      await heir.acquire();
      await heir.restate(7);

      expect(await end).toBeInstanceOf(Fenced);
      expect(await heir.documents()).toContain('all 1 {"batches":7}');
      expect(await heir.through()).toBe(1n);
    });

    it('never lets the former owner begin anything', async () => {
      await heir.acquire();
      await expect(former.apply(2)).rejects.toBeInstanceOf(Fenced);
      expect(await heir.documents()).toEqual(tallied(1));
      await heir.apply(2);
      await expect(former.apply(3)).rejects.toBeInstanceOf(Fenced);
      expect(await heir.documents()).toEqual(tallied(2));
    });
  });
});

/** A process that is told to stop may answer once more before it does. */
async function firstRefusal(owner: CountingOwner): Promise<unknown> {
  for (;;) {
    const answer = await owner.through().catch((error: unknown) => error);
    if (typeof answer !== 'bigint') return answer;
  }
}
