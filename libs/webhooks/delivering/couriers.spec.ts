import { givenEvent } from '../../event-log/contract';
import { DeliveryWorld } from '../testing';

const eventId = (n: number) => givenEvent(n).id;
const ids = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, at) => eventId(first + at));

describe('Couriers', () => {
  let world: DeliveryWorld;
  beforeEach(async () => {
    world = await DeliveryWorld.open();
  });
  afterEach(() => world.end());

  /** Lets the time pass that is waited for; answers how long that was. */
  async function passWait(): Promise<number> {
    const ms = await world.clock.untilWaiting();
    world.clock.pass(ms);
    return ms;
  }

  async function settled(condition: () => Promise<boolean>): Promise<void> {
    while (!(await condition())) await new Promise(setImmediate);
  }

  const stateOf = async (n: number) => (await world.delivery(eventId(n)))?.state;

  it('bring what is there, and then what comes, in order', async () => {
    world.register();
    await world.log.append(3);
    await world.start('a');
    await world.receiver.until(3);
    await world.log.append(2);
    await world.receiver.until(5);
    expect(world.receiver.ids).toEqual(ids(1, 5));
  });

  it('send nothing else before one is taken, and wait as the schedule says, and as the receiver asks', async () => {
    world.register();
    const { answers, received } = world.receiver;
    answers.push(503, 500, (reply) => reply.writeHead(429, { 'retry-after': '7200' }).end());
    await world.log.append(2);
    await world.start('a');
    const waits = [await passWait(), await passWait(), await passWait()];
    await world.receiver.until(5);
    expect(waits).toEqual([5_000, 300_000, 7_200_000]);
    expect(received.map(({ id }) => id)).toEqual([
      ...ids(1, 1),
      ...ids(1, 1),
      ...ids(1, 1),
      ...ids(1, 2),
    ]);
    const timestamps = received.map(({ headers }) => Number(headers['webhook-timestamp']));
    expect(timestamps.map((at) => at - (timestamps[0] ?? 0))).toEqual([0, 5, 305, 7505, 7505]);
  });

  it('wait on after a restart', async () => {
    world.register();
    world.receiver.answers.push(503);
    await world.log.append(2);
    const first = await world.start('a');
    expect(await world.clock.untilWaiting()).toBe(5_000);
    await first.stop();
    world.clock.pass(1_000);
    await world.start('b');
    expect(await world.clock.untilWaiting()).toBe(4_000);
    expect(world.receiver.received).toHaveLength(1);
    world.clock.pass(4_000);
    await world.receiver.until(3);
    expect(world.receiver.ids).toEqual([...ids(1, 1), ...ids(1, 2)]);
  });

  it('are one at a time: another one takes over when the lease has run out', async () => {
    world.register();
    world.receiver.answers.push(503);
    await world.log.append(1);
    await world.start('a');
    await world.clock.untilWaiting();
    await world.start('b');
    expect(await world.store.documents.lease.current('webhooks')).toMatchObject({ holder: 'a' });
    // Long enough for the lease, and for the retry that is due in both.
    world.clock.pass(70_000);
    await settled(async () => {
      const lease = await world.store.documents.lease.current('webhooks');
      return (await stateOf(1)) === 'DELIVERED' && lease !== undefined;
    });
    await world.log.append(1);
    await settled(async () => (await stateOf(2)) === 'DELIVERED');
    expect([...new Set(world.receiver.ids)]).toEqual(ids(1, 2));
  });

  it('put what is refused for good aside, and bring it again when they are asked to', async () => {
    world.register();
    world.receiver.answers.push(400, 404, 422, 400, 400);
    await world.log.append(2);
    await world.start('a');
    for (let retry = 0; retry < 4; retry += 1) await passWait();
    await settled(async () => (await stateOf(2)) === 'DELIVERED');
    expect(await world.delivery(eventId(1))).toMatchObject({
      state: 'DEAD',
      attempts: { length: 5 },
    });
    world.receiver.answers.push(400);
    world.registrations.redeliver('hook', eventId(1));
    await settled(async () => (await world.delivery(eventId(1)))?.attempts.length === 6);
    expect(await stateOf(1)).toBe('DEAD');
    world.registrations.redeliver('hook', eventId(1));
    await settled(async () => (await stateOf(1)) === 'DELIVERED');
    expect(world.receiver.ids.slice(6)).toEqual([eventId(1), eventId(1)]);
  });

  it('disable a webhook after the last retry, and go on with what waits once it is resumed', async () => {
    world.register();
    world.receiver.answers.push(...Array.from({ length: 6 }, () => 500));
    await world.log.append(2);
    await world.start('a');
    for (let retry = 0; retry < 5; retry += 1) await passWait();
    await settled(() => Promise.resolve(world.registrations.isDisabled('hook')));
    await settled(() => Promise.resolve(world.disabled === 1));
    expect(await stateOf(1)).toBe('PENDING');
    world.registrations.resume('hook', world.clock.date());
    await world.receiver.until(8);
    expect(world.receiver.ids.slice(5)).toEqual([eventId(1), ...ids(1, 2)]);
  });

  it('count failures from the beginning once a webhook was resumed', async () => {
    world.register();
    world.receiver.answers.push(...Array.from({ length: 7 }, () => 500));
    await world.log.append(1);
    await world.start('a');
    for (let retry = 0; retry < 5; retry += 1) await passWait();
    await settled(() => Promise.resolve(world.registrations.isDisabled('hook')));
    world.clock.pass(1_000);
    world.registrations.resume('hook', world.clock.date());
    await world.receiver.until(7);
    await settled(async () => (await world.delivery(eventId(1)))?.attempts.length === 7);
    expect(await stateOf(1)).toBe('PENDING');
    expect(world.registrations.isDisabled('hook')).toBe(false);
  });

  it('end with a receiver that wants nothing any more, and send it nothing', async () => {
    world.register();
    world.register('other');
    world.receiver.answers.push(410);
    await world.log.append(1);
    await world.start('a');
    await world.receiver.until(2);
    await settled(async () => (await world.registrations.all()).length === 1);
    await world.log.append(1);
    await world.receiver.until(3);
    expect(world.receiver.received).toHaveLength(3);
  });

  it('send nothing while the role does not hold in which it is told, and everything once it holds', async () => {
    world.register();
    world.holdsRole = false;
    await world.log.append(2);
    await world.start('a');
    expect(await world.clock.untilWaiting()).toBe(60_000);
    expect(world.receiver.received).toEqual([]);
    world.holdsRole = true;
    world.clock.pass(60_000);
    await world.receiver.until(2);
    expect(world.receiver.ids).toEqual(ids(1, 2));
  });

  it('notice a role that ends between two tries', async () => {
    world.register();
    world.receiver.answers.push(503);
    await world.log.append(1);
    await world.start('a');
    await world.clock.untilWaiting();
    world.holdsRole = false;
    world.clock.pass(5_000);
    await settled(async () => (await world.clock.untilWaiting()) === 60_000);
    expect(world.receiver.received).toHaveLength(1);
  });

  it('send everything again that comes behind another place', async () => {
    world.register();
    await world.log.append(3);
    await world.start('a');
    await settled(async () => (await stateOf(3)) === 'DELIVERED');
    const place = await world.delivery(eventId(1));
    world.registrations.change('hook', {
      startedBy: 'resumption',
      behind: { event: eventId(1), position: place?.position ?? '' },
    });
    await world.receiver.until(5);
    expect(world.receiver.ids.slice(3)).toEqual(ids(2, 3));
  });

  it('do not send again what a process had taken to the receiver and could not keep as a place', async () => {
    world.register();
    await world.log.append(2);
    const first = await world.start('a');
    await settled(async () => (await stateOf(2)) === 'DELIVERED');
    await first.stop();
    const owner = await world.store.documents.lease.acquire({
      projection: 'webhooks',
      holder: 'test',
      ttlMs: 1,
      now: 0,
    });
    if (owner === undefined) throw new Error('The lease is still held');
    const progress = { webhook: 'hook', startedBy: 'registration', through: null };
    await world.store.keepProgress(progress, owner);
    await world.store.documents.lease.release(owner);
    await world.log.append(1);
    await world.start('b');
    await world.receiver.until(3);
    expect(world.receiver.ids).toEqual(ids(1, 3));
  });
});
