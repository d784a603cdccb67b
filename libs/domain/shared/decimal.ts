import Fraction from 'fraction.js';
import type { Decimal } from './vocabulary';

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** Plain notation only: an exponent is how a rounded number gives itself away. */
export function isDecimal(value: string): value is Decimal {
  return DECIMAL.test(value);
}

/** Negative, zero or positive as `a` is below, equal to or above `b`; exact. Both must be decimals. */
export function compareDecimals(a: Decimal, b: Decimal | number): number {
  return new Fraction(a).compare(new Fraction(b));
}

/** Whether `part / whole` lies above a share, decided exactly. */
export function exceedsShare(part: number, whole: number, share: number): boolean {
  return new Fraction(part).compare(new Fraction(share).mul(whole)) > 0;
}

/** How many of something: a whole number from 0. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
