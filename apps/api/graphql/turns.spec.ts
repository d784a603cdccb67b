import { Turns } from './turns';

describe('requests in one thread', () => {
  it('take turns: a small one ends before a large one that came first', async () => {
    let now = 0;
    const turns = new Turns(() => now);
    const ended: string[] = [];
    const steps = async (name: string, count: number) => {
      const request = {};
      for (let step = 0; step < count; step += 1) {
        await turns.next(request);
        now += 11;
      }
      ended.push(name);
    };
    await Promise.all([steps('large', 100), steps('small', 2)]);

    expect(ended).toEqual(['small', 'large']);
  });

  it('go on without waiting while their slice lasts', async () => {
    let now = 0;
    const turns = new Turns(() => now);
    const request = {};
    await turns.next(request);
    now += 9;

    expect(turns.next(request)).toBeUndefined();
    now += 1;
    expect(turns.next(request)).toBeInstanceOf(Promise);
  });
});
