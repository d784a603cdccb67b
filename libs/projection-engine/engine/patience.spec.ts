import { ReadModelsUnavailable } from '#read-models';
import { Patience } from './patience';

const away = new ReadModelsUnavailable('nobody listens');

describe('the absence of the store', () => {
  it('is outlasted, and says why until it is over', async () => {
    const patience = new Patience(new AbortController().signal);
    const reasons: unknown[] = [];
    await patience.persist(async () => {
      reasons.push(patience.reason);
      if (reasons.length < 3) throw away;
    });

    expect(reasons).toEqual([undefined, away, away]);
    expect(patience.reason).toBeUndefined();
  });

  it('ends the waiting of those who only want to know, before and after it began', async () => {
    const patience = new Patience(new AbortController().signal);
    const never = new Promise<boolean>(() => undefined);
    const before = patience.whileThere(never).catch((error: unknown) => error);
    await patience.persist(async () => {
      if (patience.reason === undefined) throw away;
      expect(await before).toBe(away);
      await expect(patience.whileThere(never)).rejects.toBe(away);
    });

    await expect(patience.whileThere(Promise.resolve(true))).resolves.toBe(true);
  });

  it('is not outlasted by a service that stops', async () => {
    const stopping = new AbortController();
    const patience = new Patience(stopping.signal);
    const work = patience.persist(async () => {
      if (patience.reason !== undefined) stopping.abort();
      throw away;
    });

    await expect(work).rejects.toBe(away);
  });

  it('is not every failure: what cannot be applied is told at once', async () => {
    const patience = new Patience(new AbortController().signal);
    const work = patience.persist(() => Promise.reject(new TypeError('no such field')));

    await expect(work).rejects.toThrow('no such field');
  });
});
