import Fraction from 'fraction.js';
import { requireThat } from './requirements';
import type { Requirement } from './requirements';
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

/** As above, of the sum of several. */
export function compareSum(parts: readonly Decimal[], b: number): number {
  return parts.reduce((sum, part) => sum.add(part), new Fraction(0)).compare(new Fraction(b));
}

/** Whether `part / whole` lies above a share, decided exactly. */
export function exceedsShare(part: number, whole: number, share: number): boolean {
  return new Fraction(part).compare(new Fraction(share).mul(whole)) > 0;
}

export function requireDecimal(value: string, field: string): Requirement {
  return requireThat(isDecimal(value), 'VALUE_INVALID', { field, details: { value } });
}

/** A decimal from 0. */
export function requireAmount(value: string, field: string): Requirement {
  const holds = isDecimal(value) && compareDecimals(value, 0) >= 0;
  return requireThat(holds, 'VALUE_INVALID', { field, details: { value, minimum: 0 } });
}
