import { LogUnavailable } from '#event-log';
import type { EventLog } from '#event-log';
import { dyingStore, overriding } from '#projection-engine/testing';
import { SOON_MS, Workshop, nameIn, namesOf, until, withName } from './testing';
import { ModelNotReady } from '.';

let workshop: Workshop;

beforeEach(() => {
  workshop = new Workshop();
});
afterEach(async () => {
  await workshop.close();
});

describe('the projections', () => {
  it('catch up with what was recorded before, in batches of any size', async () => {
    await workshop.record('a1', 'b1', 'a2', 'a3', 'b2');
    const engine = await workshop.started([namesOf()]);
    await engine.caughtUp();
    expect(await workshop.read(engine, 'a')).toEqual(['a1', 'a2', 'a3']);
    expect(await workshop.read(engine, 'b')).toEqual(['b1', 'b2']);
  });

  it('follow what is recorded from then on', async () => {
    const engine = await workshop.started([namesOf()]);
    await engine.caughtUp();
    expect(await engine.waitFor('names', await workshop.record('a1'), SOON_MS)).toBe(true);
    expect(await engine.waitFor('names', await workshop.record('a2', 'a3'), SOON_MS)).toBe(true);
    expect(await workshop.read(engine, 'a')).toEqual(['a1', 'a2', 'a3']);
  });

  it('can be read when the log is still empty', async () => {
    const engine = await workshop.started([namesOf()]);
    await engine.caughtUp();
    expect(await workshop.read(engine, 'a')).toBeUndefined();
    expect(await engine.status()).toEqual([
      {
        name: 'names',
        version: 1,
        state: 'RUNNING',
        ownership: 'OWNED',
        eventsApplied: 0,
        eventsBehind: 0,
        secondsBehind: 0,
        leftOut: [],
      },
    ]);
  });

  it('answer that a position was not reached in time', async () => {
    const engine = await workshop.started([namesOf()]);
    await engine.caughtUp();
    expect(await engine.waitFor('names', 1_000n, 1)).toBe(false);
  });

  it('go on from the checkpoint after a restart, applying nothing twice', async () => {
    const applied: string[] = [];
    const projection = namesOf({
      apply: (document, event) => {
        applied.push(nameIn(event));
        return withName(document, nameIn(event));
      },
    });
    await workshop.record('a1', 'a2');
    await workshop.catchUpOnce([projection]);
    await workshop.record('a3');
    const second = await workshop.started([projection], { holder: 'two' });
    await second.caughtUp();
    expect(applied).toEqual(['a1', 'a2', 'a3']);
    expect(await workshop.read(second, 'a')).toEqual(['a1', 'a2', 'a3']);
    expect(workshop.stopped).toEqual([]);
  });
});

describe('one that cannot apply an event', () => {
  const failing = namesOf({
    name: 'failing',
    spec: { name: 'failing', indexes: [] },
    apply: (document, event) => {
      if (nameIn(event) === 'a2') throw new Error('cannot apply a2');
      return withName(document, nameIn(event));
    },
  });

  it('stops loudly, alone, and says why', async () => {
    const engine = await workshop.started([failing, namesOf()]);
    await engine.caughtUp();
    const position = await workshop.record('a1', 'a2', 'a3');
    expect(await engine.waitFor('names', position, SOON_MS)).toBe(true);
    expect(await engine.waitFor('failing', position, SOON_MS)).toBe(false);
    expect(workshop.stopped.map(({ projection }) => projection)).toEqual(['failing']);
    const [status] = await engine.status();
    expect(status).toMatchObject({
      state: 'STOPPED',
      error: expect.stringContaining('cannot be applied: cannot apply'),
    });
    expect(await workshop.state(engine)).toBe('RUNNING');
    expect(await workshop.read(engine, 'a')).toEqual(['a1', 'a2', 'a3']);
  });

  it('is not shown when that happens while it is being built', async () => {
    await workshop.record('a1', 'a2');
    const engine = await workshop.started([failing, namesOf()]);
    await engine.caughtUp();
    await expect(engine.collection('failing')).rejects.toThrow(ModelNotReady);
    expect(await workshop.read(engine, 'a')).toEqual(['a1', 'a2']);
  });

  it('does not keep a later start from applying it, once it can', async () => {
    await workshop.record('a1', 'a2', 'a3');
    await workshop.catchUpOnce([failing, namesOf()]);
    const mended = { ...failing, apply: namesOf().apply };
    const second = await workshop.started([mended, namesOf()]);
    await second.caughtUp();
    expect(await workshop.read(second, 'a', 'failing')).toEqual(['a1', 'a2', 'a3']);
    expect(await workshop.state(second, 'failing')).toBe('RUNNING');
  });
});

describe('documents of their own for every event', () => {
  it('are inserted without being looked for, and found when a crash left some', async () => {
    const entries = namesOf({
      insertOnly: true,
      keysOf: (event) => [{ collection: 'names', id: nameIn(event) }],
    });
    await workshop.record('a1', 'a2', 'a3');
    await workshop.catchUpOnce([entries], { store: dyingStore(workshop.store, 2), batchSize: 3 });
    workshop.stopped.length = 0;
    const engine = await workshop.started([entries]);
    await engine.caughtUp();
    expect(workshop.stopped).toEqual([]);
    for (const name of ['a1', 'a2', 'a3']) {
      expect(await workshop.read(engine, name)).toEqual([name]);
    }
  });
});

describe('the status', () => {
  it('says exactly how far behind a stopped projection is', async () => {
    const failing = namesOf({
      apply: () => {
        throw new Error('cannot apply');
      },
    });
    await workshop.record('a1');
    workshop.secondsPass(60);
    await workshop.record('a2', 'a3');
    const engine = await workshop.started([failing]);
    await engine.caughtUp();
    await until(async () => (await workshop.ownership(engine)) === 'NOBODY');
    expect(await engine.status()).toMatchObject([
      {
        name: 'names',
        version: 1,
        state: 'STOPPED',
        error: expect.stringContaining('cannot apply'),
        ownership: 'NOBODY',
        eventsApplied: 0,
        eventsBehind: 3,
        secondsBehind: 60,
      },
    ]);
  });
});

describe('when the log is closed under the projections', () => {
  it('they stop loudly', async () => {
    const engine = await workshop.started([namesOf()]);
    await engine.caughtUp();
    const gaveUp = engine.waitFor('names', 1_000n, SOON_MS);
    await workshop.log.close();
    expect(await gaveUp).toBe(false);
    expect(workshop.stopped.map(({ projection }) => projection)).toEqual(['names']);
  });
});

describe('over a log that does not hold what they count', () => {
  /** The store keeps what was counted; the log is one that was restored, or another one. */
  async function restartedOver(...events: readonly string[]) {
    const other = new Workshop();
    try {
      other.secondsPass(60);
      await other.record(...events);
      const engine = await workshop.started([namesOf()], { log: other.log });
      await engine.caughtUp();
      const status = await engine.status();
      await engine.stop();
      return status;
    } finally {
      await other.close();
    }
  }

  it.each([
    ['one that ends earlier', ['a1', 'a2']],
    ['one that was written on after it was restored', ['a1', 'a2', 'b3', 'b4']],
  ])('stop, and say what to do: %s', async (_what, events) => {
    await workshop.record('a1', 'a2', 'a3');
    await workshop.catchUpOnce([namesOf()]);

    expect(await restartedOver(...events)).toMatchObject([
      { state: 'STOPPED', error: expect.stringContaining('Delete the read models') },
    ]);
  });

  it('go on over the same log', async () => {
    await workshop.record('a1', 'a2', 'a3');
    await workshop.catchUpOnce([namesOf()]);
    const engine = await workshop.started([namesOf()]);
    await engine.caughtUp();
    expect(await workshop.state(engine)).toBe('RUNNING');
  });
});

describe('while the log is away', () => {
  let isAway: boolean;
  let asked: number;

  beforeEach(() => {
    isAway = true;
    asked = 0;
  });

  /** Refuses whatever is asked of it, as a store does that is starting. */
  function absent(log: EventLog): EventLog {
    const unlessAway = <A extends unknown[], R>(ask: (...args: A) => Promise<R>) => {
      return (...args: A): Promise<R> => {
        asked += 1;
        return isAway ? Promise.reject(new LogUnavailable('away')) : ask(...args);
      };
    };
    return overriding(log, {
      head: unlessAway(() => log.head()),
      readAllSlice: unlessAway((options) => log.readAllSlice(options)),
      readStreamSlice: unlessAway((...args) => log.readStreamSlice(...args)),
    });
  }

  it('they wait, and catch up once it is there', async () => {
    const position = await workshop.record('a1', 'a2');
    const engine = await workshop.started([namesOf()], { log: absent(workshop.log) });
    const caughtUp = engine.caughtUp();
    await until(() => Promise.resolve(asked > 4));
    expect(workshop.stopped).toEqual([]);

    isAway = false;
    await caughtUp;
    expect(await engine.waitFor('names', position, SOON_MS)).toBe(true);
    expect(await workshop.read(engine, 'a')).toEqual(['a1', 'a2']);
  });

  it('they begin with what they have, and go on once it is there', async () => {
    await workshop.record('a1', 'a2');
    await workshop.catchUpOnce([namesOf()]);
    const engine = await workshop.started([namesOf()], { log: absent(workshop.log) });
    expect(await workshop.read(engine, 'a')).toEqual(['a1', 'a2']);

    isAway = false;
    const position = await workshop.record('a3');
    expect(await engine.waitFor('names', position, SOON_MS)).toBe(true);
    expect(workshop.stopped).toEqual([]);
  });
});
