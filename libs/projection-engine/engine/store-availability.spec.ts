import { ReadModelsUnavailable } from '#read-models';
import { StoreAvailability } from './store-availability';

const away = new ReadModelsUnavailable('nobody listens');

describe('the absence of the store', () => {
  it('is outlasted, and says why until it is over', async () => {
    const availability = new StoreAvailability(new AbortController().signal);
    const reasons: unknown[] = [];
    await availability.persist(async () => {
      reasons.push(availability.reason);
      if (reasons.length < 3) throw away;
    });

    expect(reasons).toEqual([undefined, away, away]);
    expect(availability.reason).toBeUndefined();
  });

  it('ends the waiting of those who only want to know, before and after it began', async () => {
    const availability = new StoreAvailability(new AbortController().signal);
    const never = new Promise<boolean>(() => undefined);
    const before = availability.whileAvailable(never).catch((error: unknown) => error);
    await availability.persist(async () => {
      if (availability.reason === undefined) throw away;
      expect(await before).toBe(away);
      await expect(availability.whileAvailable(never)).rejects.toBe(away);
    });

    await expect(availability.whileAvailable(Promise.resolve(true))).resolves.toBe(true);
  });

  it('is not outlasted by a service that stops', async () => {
    const stopping = new AbortController();
    const availability = new StoreAvailability(stopping.signal);
    const work = availability.persist(async () => {
      if (availability.reason !== undefined) stopping.abort();
      throw away;
    });

    await expect(work).rejects.toBe(away);
  });

  it('is not every failure: what cannot be applied is told at once', async () => {
    const availability = new StoreAvailability(new AbortController().signal);
    const work = availability.persist(() => Promise.reject(new TypeError('no such field')));

    await expect(work).rejects.toThrow('no such field');
  });
});
