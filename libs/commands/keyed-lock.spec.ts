import { setImmediate as turn } from 'node:timers/promises';
import { KeyedLock } from './keyed-lock';

describe('A keyed lock', () => {
  it('lets those of one key go one after the other, in order, also after a failure', async () => {
    const lock = new KeyedLock();
    const course: string[] = [];
    const work = (name: string) => async () => {
      course.push(`${name} begins`);
      await turn();
      course.push(`${name} ends`);
      if (name === 'a') throw new Error('failed');
    };
    const results = await Promise.allSettled(
      ['a', 'b', 'c'].map((name) => lock.run('k', work(name))),
    );
    expect(course).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  });

  it('lets those of different keys go at the same time', async () => {
    const lock = new KeyedLock();
    const { promise, resolve } = Promise.withResolvers<void>();
    const first = lock.run('a', () => promise);
    await lock.run('b', async () => resolve());
    await expect(first).resolves.toBeUndefined();
  });
});
