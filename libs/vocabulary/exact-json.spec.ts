import fc from 'fast-check';
import { firstJsonFault, isExactNumber } from './exact-json';

describe('A JSON text', () => {
  it.each([
    ['{"a": 1, "a": 2}', 'NAME_TWICE', 1, 10, 'a'],
    ['{"a": {"ê": 1, "e\u0302": 2}}', 'NAME_TWICE', 1, 16, 'a.ê'],
    ['{"a": 1, "\\u0061": 2}', 'NAME_TWICE', 1, 10, 'a'],
    ['[{"__proto__": {}}]', 'NAME_RESERVED', 1, 3, '0.__proto__'],
    ['{\r\n "a": [0, 1e400]}', 'NUMBER_INEXACT', 2, 11, 'a.1'],
    ['[0.1000000000000000055]', 'NUMBER_INEXACT', 1, 2, '0'],
    ['[12345678901234567890]', 'NUMBER_INEXACT', 1, 2, '0'],
    ['[1e-400]', 'NUMBER_INEXACT', 1, 2, '0'],
    ['// why\n{}', 'SYNTAX', 1, 1, ''],
    ['{} {}', 'SYNTAX', 1, 4, ''],
    ['{}\0', 'SYNTAX', 1, 3, ''],
    ['[1,]', 'SYNTAX', 1, 4, '1'],
    ['{"a": 1,}', 'SYNTAX', 1, 9, 'a'],
    ['{"a" 1}', 'SYNTAX', 1, 6, 'a'],
    ['[01]', 'SYNTAX', 1, 3, '0'],
    ['["a\tb"]', 'SYNTAX', 1, 2, '0'],
    ['{"a": [1}', 'SYNTAX', 1, 9, 'a.0'],
    ['\uFEFF{}', 'SYNTAX', 1, 1, ''],
    ['', 'SYNTAX', 1, 1, ''],
  ])('%j is told as %s in line %d, column %d', (text, kind, line, column, path) => {
    expect(firstJsonFault(text)).toMatchObject({ kind, line, column, path });
  });

  it('is without fault if it says what JSON.stringify writes, and read the same', () => {
    fc.assert(
      fc.property(fc.json({ depthSize: 'medium' }), (text) => {
        fc.pre(!text.includes('__proto__'));
        const names = JSON.stringify(JSON.parse(text)).normalize('NFC');
        fc.pre(names === JSON.stringify(JSON.parse(text)));
        expect(firstJsonFault(text)).toBeUndefined();
      }),
    );
  });

  it('is a fault of syntax exactly where no parser takes it', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b"',
      '1',
      '-0.5',
      'true',
      ' ',
      '/',
      '\n',
    );
    fc.assert(
      fc.property(fc.string({ unit: piece, maxLength: 12 }), (text) => {
        expect(firstJsonFault(text)?.kind === 'SYNTAX').toBe(!isJson(text) && !isTwice(text));
      }),
      { numRuns: 3_000 },
    );
  });

  it('may be as deep as it likes', () => {
    expect(firstJsonFault('['.repeat(200_000) + ']'.repeat(200_000))).toBeUndefined();
  });
});

describe('A number', () => {
  it('is exact however a double is written', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(isExactNumber(String(value))).toBe(true);
        expect(isExactNumber(value.toExponential())).toBe(true);
      }),
    );
    for (const same of ['1.50', '15e-1', '0.0', '-0', '1E3', '100000000000000000000']) {
      expect(isExactNumber(same)).toBe(true);
    }
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Told before the end of the text is seen. */
function isTwice(text: string): boolean {
  return firstJsonFault(text)?.kind === 'NAME_TWICE';
}
