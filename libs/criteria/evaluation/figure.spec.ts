import fc from 'fast-check';
import { statusOf } from './condition-status';
import { figureToNumber, fractionOf, share } from './figure';

const MOST = Number.MAX_SAFE_INTEGER;

const figure = fc
  .tuple(fc.nat(MOST), fc.integer({ min: 1, max: MOST }))
  .map(([numerator, denominator]) => ({ numerator: String(numerator), denominator }));

describe('A share', () => {
  it('of 27 in 30 is 0.9, and of 26 is not', () => {
    expect(statusOf(share(27, 27, 30), '>=', 0.9)).toBe('MET');
    expect(statusOf(share(26, 26, 30), '>=', 0.9)).toBe('FAILED');
  });

  it('is never decided by rounding, however great the whole', () => {
    const whole = MOST - 1;

    expect(statusOf(share(whole - 1, whole - 1, whole), '>=', 1)).toBe('FAILED');
    expect(statusOf(share(whole / 2, whole / 2, whole), '==', 0.5)).toBe('MET');
    expect(statusOf(share(whole / 2 - 1, whole / 2 - 1, whole), '>=', 0.5)).toBe('FAILED');
    expect(statusOf(share(1, 1, 3), '<', 0.3333333333333333)).toBe('FAILED');
    expect(statusOf(share(1, 1, 3), '>', 0.3333333333333333)).toBe('MET');
  });

  it('reads as the nearest double', () => {
    expect(figureToNumber({ numerator: '146', denominator: 149 })).toBe(0.9798657718120806);
    expect(figureToNumber({ numerator: '8', denominator: 9 })).toBe(0.8888888888888888);
    expect(figureToNumber({ numerator: '104.5' })).toBe(104.5);
  });

  it('reads in the order of the exact figures', () => {
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        const order = fractionOf(a).compare(fractionOf(b));
        const read = Math.sign(figureToNumber(a) - figureToNumber(b));

        expect([0, order]).toContain(read);
      }),
    );
  });
});
