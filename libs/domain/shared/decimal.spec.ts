import fc from 'fast-check';
import { compareDecimals, exceedsShare, isDecimal } from '#vocabulary';

const cents = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });

/** A number of hundredths as people write it. */
function written(hundredths: bigint): string {
  const digits = String(hundredths < 0n ? -hundredths : hundredths).padStart(3, '0');
  return `${hundredths < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

describe('Decimals', () => {
  it('compare exactly, however long they are', () => {
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        const expected = a < b ? -1 : a > b ? 1 : 0;
        return Math.sign(compareDecimals(written(a), written(b))) === expected;
      }),
    );
  });

  it('are the same however many zeros they end with', () => {
    expect(compareDecimals('20', '20.000')).toBe(0);
    expect(compareDecimals('19.5', 19.5)).toBe(0);
  });

  it('are written plainly', () => {
    expect(['0', '-1', '104.5', '007'].every(isDecimal)).toBe(true);
    expect(['', '-', '1.', '.5', '1e3', '1,5', ' 1', '1 ', '1/2', 'Infinity'].some(isDecimal)).toBe(
      false,
    );
  });
});

describe('A share', () => {
  it('is exceeded by one more than it allows, and not before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (fifths) => {
        const whole = fifths * 5;
        return !exceedsShare(fifths, whole, 0.2) && exceedsShare(fifths + 1, whole, 0.2);
      }),
    );
  });
});
