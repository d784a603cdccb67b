import fc from 'fast-check';
import { parsePosition, positionToString, toPosition } from './index';

describe('a position outside', () => {
  it('is a decimal string that gives the same position back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }), (value) => {
        expect(parsePosition(positionToString(toPosition(value)))).toBe(value);
      }),
    );
  });

  it.each([
    '',
    '-1',
    '+1',
    '01',
    '1.0',
    '1e3',
    ' 1',
    '0x1',
    '9223372036854775808',
    '1'.repeat(1000),
    '１',
  ])('is not %j', (text) => {
    expect(parsePosition(text)).toBeUndefined();
  });
});
