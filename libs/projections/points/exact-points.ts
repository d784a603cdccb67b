import Fraction from 'fraction.js';
import type { Decimal } from '#vocabulary';

/** The exact sum of points, as a decimal. */
export function sumOf(points: readonly Decimal[]): Decimal {
  return points.reduce((sum, one) => decimalOf(new Fraction(sum).add(new Fraction(one))), '0');
}

/** What was given less what was confirmed, exact: positive where the first is more. */
export function differenceOf(given: Decimal, confirmed: Decimal): Decimal {
  return decimalOf(new Fraction(given).sub(new Fraction(confirmed)));
}

const MOST_PLACES = 100;

/** Sums and differences of decimals end: as many places as needed, no exponent. */
function decimalOf(value: InstanceType<typeof Fraction>): Decimal {
  return value.toString(MOST_PLACES);
}

/** A share of a number, exact: a fifth of 15 is 3. */
export function shareOf(share: number, whole: number): Decimal {
  return decimalOf(new Fraction(share).mul(whole));
}

export function exceeds(a: Decimal, b: Decimal): boolean {
  return new Fraction(a).compare(new Fraction(b)) > 0;
}
