import { setImmediate as turn } from 'node:timers/promises';
import { inParallel } from './in-parallel';

describe('Working in parallel', () => {
  it('never does more than so many at once, and begins them in order', async () => {
    let atOnce = 0;
    let most = 0;
    const begun: number[] = [];
    await inParallel([1, 2, 3, 4, 5], 2, async (item) => {
      begun.push(item);
      atOnce += 1;
      most = Math.max(most, atOnce);
      await turn();
      atOnce -= 1;
    });
    expect([most, ...begun]).toEqual([2, 1, 2, 3, 4, 5]);
  });

  it('begins nothing more after a failure, and waits for what it began', async () => {
    const ended: number[] = [];
    const work = inParallel([1, 2, 3, 4], 2, async (item) => {
      if (item === 1) throw new Error('failed');
      await turn();
      ended.push(item);
    });
    await expect(work).rejects.toThrow('failed');
    expect(ended).toEqual([2]);
  });
});
