import { SliceSize } from './slice-size';

describe('the size of slices', () => {
  it('is cut at once to what fits, and never to nothing', () => {
    const slices = new SliceSize();
    slices.held(500, 250);
    expect(slices.events).toBe(50);
    slices.held(50, 10_000);
    expect(slices.events).toBe(16);
  });

  it('grows while there is room, twofold at most', () => {
    const slices = new SliceSize();
    slices.held(500, 1);
    expect(slices.events).toBe(1_000);
    for (let round = 0; round < 10; round += 1) slices.held(slices.events, 1);
    expect(slices.events).toBe(5_000);
  });

  it('does not grow by what a small batch says', () => {
    const slices = new SliceSize();
    slices.held(1, 0.1);
    expect(slices.events).toBe(500);
  });
});
