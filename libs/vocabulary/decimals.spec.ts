import fc from 'fast-check';
import { decimalText, exact, sumOf } from './decimals';

describe('An exact number', () => {
  it.each([
    ['0.9', '9/10'],
    [0.9, '9/10'],
    ['-104.50', '-209/2'],
    [1e-7, '1/10000000'],
    [1e21, '1000000000000000000000'],
    ['12345678901234567890.5', '24691357802469135781/2'],
  ])('%s is %s', (written, fraction) => {
    expect(exact(written).toFraction()).toBe(fraction);
  });

  it.each(['', 'x', '1/3', '1 1/2', '0.(3)', 'NaN', Number.NaN, Infinity])('%s is none', (text) => {
    expect(() => exact(text)).toThrow(RangeError);
  });

  it('is a sum without rounding', () => {
    expect(sumOf(['0.1', '0.2', 0.3])).toBe('0.6');
    expect(sumOf(['-0.25', '0.05'])).toBe('-0.2');
    expect(sumOf([])).toBe('0');
  });

  it('is written so that it reads back the same', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.nat(30), (digits, places) => {
        const value = exact('1')
          .mul(digits)
          .div(10n ** BigInt(places));

        expect(exact(decimalText(value)).equals(value)).toBe(true);
      }),
    );
  });
});
