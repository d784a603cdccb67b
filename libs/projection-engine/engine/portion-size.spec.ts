import { PortionSize } from './portion-size';

describe('the size of portions', () => {
  it('is cut at once to what fits, and never to nothing', () => {
    const size = new PortionSize();
    size.held(1_000, 500);
    expect(size.documents).toBe(50);
    size.held(50, 10_000);
    expect(size.documents).toBe(16);
  });

  it('grows while there is room, twofold at most', () => {
    const size = new PortionSize();
    size.held(1_000, 1);
    expect(size.documents).toBe(2_000);
    for (let round = 0; round < 10; round += 1) size.held(size.documents, 1);
    expect(size.documents).toBe(20_000);
  });

  it('does not grow by what a small portion says', () => {
    const size = new PortionSize();
    size.held(1, 0.1);
    expect(size.documents).toBe(1_000);
  });
});
