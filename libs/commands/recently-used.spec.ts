import { RecentlyUsed } from './recently-used';

describe('What was recently used', () => {
  it('is kept while it is used, and forgotten after as many others at most twice', () => {
    const kept = new RecentlyUsed<number>(2);
    kept.set('a', 1);
    for (const other of ['b', 'c', 'd', 'e']) {
      expect(kept.get('a')).toBe(1);
      kept.set(other, 0);
    }
    for (const other of ['f', 'g', 'h', 'i']) kept.set(other, 0);
    expect(kept.get('a')).toBeUndefined();
  });

  it('is gone once deleted', () => {
    const kept = new RecentlyUsed<number>(1);
    kept.set('a', 1);
    kept.delete('a');
    expect(kept.get('a')).toBeUndefined();
  });
});
