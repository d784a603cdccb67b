import type { ProjectionEngine, EventReference } from '.';
import { EventNotApplied, ModelNotReady, ParkedEvents, StoredModels } from '.';
import type { Projection } from '../runner';
import { SOON_MS, Workshop, nameIn, namesOf, until, withName } from './testing';

let workshop: Workshop;
let parked: ParkedEvents;

beforeEach(() => {
  workshop = new Workshop();
  parked = new ParkedEvents(workshop.store);
});
afterEach(async () => {
  await workshop.close();
});

/** Cannot apply `a2`, as long as it is broken. */
function brokenNames(isBroken: () => boolean = () => true): Projection {
  return namesOf({
    apply: (document, event) => {
      if (isBroken() && nameIn(event) === 'a2') throw new TypeError('there is no second name: a2');
      return withName(document, nameIn(event));
    },
  });
}

const others = namesOf({ name: 'others', spec: { name: 'others', indexes: [] } });

async function eventNamed(name: string): Promise<EventReference> {
  for await (const { id, type, stream, revision, position, data } of workshop.log.readAll()) {
    const at = { event: id, type, stream, revision, position: position.toString() };
    if ((data as { name: string }).name === name) return { ...at, organisations: ['a'] };
  }
  throw new RangeError(`There is no ${name}`);
}

async function park(name: string, holder = 'operator'): Promise<void> {
  const by = { reason: 'known and reported', by: 'clerk@host', at: '2024-05-01T00:00:00Z' };
  await parked.park({ ...(await eventNamed(name)), ...by }, { holder, now: workshop.now });
}

async function retry(name: string): Promise<boolean> {
  const { event } = await eventNamed(name);
  return parked.retry(event, { holder: 'operator', now: workshop.now });
}

const stateIs = (engine: ProjectionEngine, state: string) =>
  until(async () => (await workshop.state(engine)) === state);

describe('a projection that cannot apply an event', () => {
  it('applies what comes before it, whatever batch it is in, and names it and what to do', async () => {
    await workshop.record('b1', 'a1', 'b2', 'a2', 'a3', 'b3');
    const engine = await workshop.started([brokenNames(), others], { batchSize: 100 });
    await engine.caughtUp();

    const [status] = await engine.status();
    const at = await eventNamed('a2');
    expect(status).toMatchObject({ state: 'STOPPED', eventsApplied: 3, stoppedAt: at });
    expect(status?.error).toContain(`OrganisationRenamed ${at.event} (stream organisation-a, rev`);
    expect(status?.error).toContain('npm run rebuild -- park');
    expect(await workshop.read(engine, 'a', 'others')).toEqual(['a1', 'a2', 'a3']);
  });

  it('tells nothing that the event tells, neither in the message nor in the stack', async () => {
    await workshop.record('a2');
    const engine = await workshop.started([brokenNames()]);
    await engine.caughtUp();

    const [{ error } = { error: undefined }] = workshop.stopped;
    expect(error).toBeInstanceOf(EventNotApplied);
    expect(error).toMatchObject({ at: { reason: 'there is no second name: …' } });
    expect(String(error instanceof Error && error.stack)).not.toContain('a2');
    expect(String(error instanceof Error && error.stack)).toMatch(/^ +at /m);
  });

  it('is seen as stopped by a process that only reads', async () => {
    await workshop.record('a1', 'a2');
    await workshop.catchUpOnce([brokenNames()]);
    const { log, store, now } = workshop;
    const reader = new StoredModels({ log, store, projections: [namesOf()], now: () => now });

    expect(await reader.status()).toMatchObject([
      { state: 'STOPPED', stoppedAt: await eventNamed('a2') },
    ]);
    await reader.stop();
  });
});

describe('an event that is parked', () => {
  it('is left out by a projection that stopped at it, without a restart, which says so', async () => {
    await workshop.record('a1', 'a2', 'a3');
    const engine = await workshop.started([brokenNames(), others]);
    await stateIs(engine, 'STOPPED');
    await park('a2');
    await stateIs(engine, 'RUNNING');
    const position = await workshop.record('a4');

    expect(await engine.waitFor('names', position, SOON_MS)).toBe(true);
    expect(await workshop.read(engine, 'a')).toEqual(['a1', 'a3', 'a4']);
    expect(await workshop.read(engine, 'a', 'others')).toEqual(['a1', 'a2', 'a3', 'a4']);
    const left = {
      ...(await eventNamed('a2')),
      cause: 'there is no second name: …',
      reason: 'known and reported',
    };
    expect(await engine.leftOut()).toEqual([{ readModel: 'names', version: 1, ...left }]);
    expect((await engine.status()).map(({ leftOut }) => leftOut)).toEqual([[left], []]);
  });

  it('is told by whoever reads, as well, and after a restart', async () => {
    await workshop.record('a1', 'a2', 'a3');
    await park('a2');
    await workshop.catchUpOnce([brokenNames()]);
    const { log, store, now } = workshop;
    const reader = new StoredModels({ log, store, projections: [namesOf()], now: () => now });
    const engine = await workshop.started([namesOf()]);

    expect(await reader.leftOut()).toMatchObject([{ readModel: 'names', version: 1 }]);
    expect(await engine.leftOut()).toEqual(await reader.leftOut());
    await reader.stop();
  });

  it('is applied where it can be', async () => {
    await workshop.record('a1', 'a2', 'a3');
    await park('a2');
    const engine = await workshop.started([namesOf()]);
    await engine.caughtUp();

    expect(await workshop.read(engine, 'a')).toEqual(['a1', 'a2', 'a3']);
    expect(await engine.leftOut()).toEqual([]);
  });

  it('is left out by whichever process owns the projection', async () => {
    await workshop.record('a1', 'a2', 'a3');
    const ownership = { leaseMs: 500, lookEveryMs: 10 };
    const engines = [
      await workshop.started([brokenNames()], { ownership }),
      await workshop.started([brokenNames()], { ownership, holder: 'two' }),
    ];
    for (const engine of engines) await stateIs(engine, 'STOPPED');
    await park('a2');
    for (const engine of engines) await stateIs(engine, 'RUNNING');

    for (const engine of engines) {
      await engine.caughtUp();
      expect(await workshop.read(engine, 'a')).toEqual(['a1', 'a3']);
      expect(await engine.leftOut()).toMatchObject([{ readModel: 'names' }]);
    }
  });
});

describe('an event that is taken up again', () => {
  it('has what left it out built anew, which nobody reads meanwhile', async () => {
    let isBroken = true;
    await workshop.record('a1', 'a2', 'a3', 'b1');
    await park('a2');
    const reads: unknown[] = [];
    const engine = await workshop.started([
      {
        ...brokenNames(() => isBroken),
        keysOf: (event) => {
          if (!isBroken) reads.push(engine.collection('names').catch((error: unknown) => error));
          return namesOf().keysOf(event);
        },
      },
    ]);
    await engine.caughtUp();
    expect(await workshop.read(engine, 'a')).toEqual(['a1', 'a3']);

    isBroken = false;
    expect(await retry('a2')).toBe(true);
    await until(async () => (await engine.leftOut()).length === 0 && reads.length > 0);
    await engine.caughtUp();
    expect(await workshop.read(engine, 'a')).toEqual(['a1', 'a2', 'a3']);
    expect(await workshop.read(engine, 'b')).toEqual(['b1']);
    for (const read of await Promise.all(reads)) expect(read).toBeInstanceOf(ModelNotReady);
    expect(workshop.stopped).toEqual([]);
  });

  it('stops the projection if that still cannot apply it', async () => {
    await workshop.record('a1', 'a2', 'a3');
    await park('a2');
    const engine = await workshop.started([brokenNames()]);
    await engine.caughtUp();
    await retry('a2');
    await stateIs(engine, 'STOPPED');

    await expect(workshop.read(engine, 'a')).rejects.toThrow(ModelNotReady);
    await park('a2');
    await stateIs(engine, 'RUNNING');
    expect(await workshop.read(engine, 'a')).toEqual(['a1', 'a3']);
  });

  it('was not taken up if it was not parked', async () => {
    await workshop.record('a1');
    expect(await retry('a1')).toBe(false);
  });
});
