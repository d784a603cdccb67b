import { SOON_MS, Workshop, namesOf, until } from './testing';
import { ModelNotReady, StoredModels } from '.';

let workshop: Workshop;
let models: StoredModels;

beforeEach(() => {
  workshop = new Workshop();
  const { log, store } = workshop;
  models = new StoredModels({ log, store, projections: [namesOf()], now: () => workshop.now });
});
afterEach(async () => {
  await models.stop();
  await workshop.close();
});

describe('read models that another process keeps up to date', () => {
  it('cannot be read before they are built', async () => {
    await expect(models.collection('names')).rejects.toThrow(ModelNotReady);
    expect(await models.waitFor('names', 0n, 1)).toBe(false);
    expect(await models.status()).toMatchObject([{ state: 'CATCHING_UP', ownership: 'NOBODY' }]);
  });

  it('are waited for, also while nobody runs the projection yet', async () => {
    const position = await workshop.record('a1', 'a2');
    const reached = models.waitFor('names', position, SOON_MS);
    await workshop.started([namesOf()]);

    expect(await reached).toBe(true);
    expect(await workshop.read(models, 'a')).toEqual(['a1', 'a2']);
    expect(await models.through('names')).toBe(position);
  });

  it('say who keeps them up to date, and how far they are behind once nobody does', async () => {
    const engine = await workshop.started([namesOf()]);
    await engine.caughtUp();
    const before = await models.status();
    await engine.stop();
    await workshop.record('a1');

    expect(before).toMatchObject([{ state: 'RUNNING', ownership: 'ELSEWHERE', eventsBehind: 0 }]);
    expect(await models.status()).toMatchObject([
      { state: 'RUNNING', ownership: 'NOBODY', eventsBehind: 1 },
    ]);
  });

  it('are read in the version that is shown, until the next one is built', async () => {
    await workshop.record('a1');
    await workshop.catchUpOnce([namesOf({ version: 7 })]);

    expect(await models.waitFor('names', 1n, SOON_MS)).toBe(true);
    expect(await workshop.read(models, 'a')).toEqual(['a1']);
    expect(await models.status()).toMatchObject([{ version: 1, state: 'CATCHING_UP' }]);
  });

  it('tell of what can be seen anew', async () => {
    await workshop.started([namesOf()]);
    await models.caughtUp();
    const followed: string[] = [];
    const unfollow = models.onProgress((projection) => followed.push(projection));
    for (const name of ['a1', 'a2', 'a3', 'a4', 'a5', 'a6']) {
      await models.waitFor('names', await workshop.record(name), SOON_MS);
    }
    await until(() => Promise.resolve(followed.length > 0));
    unfollow();

    expect(new Set(followed)).toEqual(new Set(['names']));
  });

  it('are waited for by nobody any more when the reader stops', async () => {
    await workshop.started([namesOf()]);
    const waiting = models.waitFor('names', 1_000n, SOON_MS);
    await models.stop();

    expect(await waiting).toBe(false);
    expect(await models.waitFor('names', 1_000n, SOON_MS)).toBe(false);
  });
});
