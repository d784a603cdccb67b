import { Pace } from './pace';
import { SOON_MS, Workshop, namesOf, until } from './testing';
import { OrderRefused, RebuildOrder } from '.';

let workshop: Workshop;
let order: RebuildOrder;

beforeEach(() => {
  workshop = new Workshop();
  order = new RebuildOrder(workshop.store);
});
afterEach(async () => {
  await workshop.close();
});

describe('the building of a new version', () => {
  const second = namesOf({ version: 2 });
  const other = namesOf({ name: 'other', spec: { name: 'other', indexes: [] } });

  it('is paused by an operator, while what is built already goes on, and resumed', async () => {
    await workshop.record('a1', 'a2');
    await workshop.catchUpOnce([other]);
    await order.give({ isPaused: true }, 'operator', workshop.now);
    const engine = await workshop.started([second, other]);
    await until(async () => (await workshop.state(engine)) === 'PAUSED');
    const followed = await engine.waitFor('other', await workshop.record('a3'), SOON_MS);
    const before = await engine.through('names');
    await order.give({ isPaused: false }, 'operator', workshop.now);
    await engine.caughtUp();

    expect([followed, before]).toEqual([true, 0n]);
    expect(await workshop.state(engine)).toBe('RUNNING');
    expect(await workshop.read(engine, 'a')).toEqual(['a1', 'a2', 'a3']);
  });

  it('can be ended while it is paused', async () => {
    await order.give({ isPaused: true }, 'operator', workshop.now);
    const engine = await workshop.started([second]);
    await until(async () => (await workshop.state(engine)) === 'PAUSED');
    await engine.stop();

    expect(await workshop.store.alias.get('names')).toBeUndefined();
  });

  it('tells how many events it has applied', async () => {
    await workshop.record('a1', 'a2', 'b1');
    const engine = await workshop.started([second]);
    await engine.caughtUp();

    expect(await engine.status()).toMatchObject([{ eventsApplied: 3, eventsBehind: 0 }]);
  });

  it('tells how long it will take, from the pace it had since it began here', () => {
    let nowMs = 0;
    const pace = new Pace(() => nowMs);
    const at = (events: number) => ({
      projection: second,
      checkpoint: { position: BigInt(events), events },
    });
    pace.begin(at(100));
    const before = pace.secondsLeft(at(100), 900);
    nowMs = 10_000;

    expect(before).toBeUndefined();
    expect(pace.secondsLeft(at(300), 700)).toBe(35);
  });
});

describe('an order', () => {
  it('is not given while another one is', async () => {
    const terms = { ttlMs: 5_000, now: workshop.now.getTime() };
    await workshop.store.lease.acquire({ projection: 'orders', holder: 'another', ...terms });

    await expect(order.give({ isPaused: true }, 'one', workshop.now)).rejects.toThrow(OrderRefused);
    expect(await order.isPaused()).toBe(false);
  });
});
