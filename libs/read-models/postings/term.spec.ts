import { termOf } from '.';

describe('the terms of things', () => {
  it('are numbers that no store changes, and of different things are different', () => {
    const terms = new Set<number>();
    for (let kind = 0; kind < 16; kind += 1) {
      for (let letter = 0; letter < 64; letter += 1) {
        terms.add(termOf(kind, String.fromCharCode(letter + 64)));
      }
      terms.add(termOf(kind, ''));
      for (let number = 0; number < 2_000; number += 1) terms.add(termOf(kind, `m${number}`));
    }
    expect(terms.size).toBe(16 * 2_065);
    expect([...terms].every((term) => Number.isSafeInteger(term) && term >= 0)).toBe(true);
  });

  it('stay what they are: stores hold them', () => {
    expect(termOf(1, 'm00012')).toBe(termOf(1, 'm00012'));
    expect([termOf(0, ''), termOf(7, 'K')]).toMatchInlineSnapshot(`
      [
        4446763975410778,
        4318032676110891,
      ]
    `);
  });
});
