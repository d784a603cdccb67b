import fc from 'fast-check';
import { printable, printableLines } from './printable';

describe('What is printed', () => {
  it('moves no cursor, colours nothing and turns no direction, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(/[\p{Cc}\p{Cs}\u202E\u2066]/u);
        expect(printableLines(text).split('\n')).toEqual(text.split('\n').map(printable));
      }),
    );
    expect(printable('a\u001b[31m\u009b2J\r\u202e.csv')).toBe(
      'a\\u001B[31m\\u009B2J\\u000D\\u202E.csv',
    );
  });

  it('is as it was where nothing stands against it', () => {
    expect(printableLines('Chi bộ “khóm 9”\n👩🏽‍🌾 = 1')).toBe('Chi bộ “khóm 9”\n👩🏽‍🌾 = 1');
  });
});
