import { Turns } from './turns';

describe('Work that is cut into slices', () => {
  it('goes on at once within a slice, and lets everybody else have a turn after it', async () => {
    let now = 0;
    const turns = new Turns(() => now);
    const happened: string[] = [];
    setImmediate(() => happened.push('somebody else'));
    await turns.take();
    happened.push('within');
    now = 50;
    await turns.take();
    happened.push('after');
    expect(happened).toEqual(['within', 'somebody else', 'after']);
  });

  it('has one turn for all that wait for it, and no more than a slice of them in it', async () => {
    let now = 50;
    const turns = new Turns(() => now);
    const started: number[] = [];
    now = 100;
    const waiting = [0, 1, 2, 3].map(async () => {
      await turns.take();
      started.push(now);
      now += 6;
    });
    await Promise.all(waiting);
    expect(started).toEqual([100, 106, 112, 118]);
  });
});
