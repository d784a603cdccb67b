import Fraction from 'fraction.js';
import type { Decimal } from './ids';

/** A rational number of any size, never rounded. */
export type Exact = InstanceType<typeof Fraction>;

const WRITTEN = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/**
 * The exact value of a number as people wrote it: 0.9 is nine tenths, not the nearest double. A
 * JSON number is read by its shortest decimal text, which is the text the framework's file has.
 *
 * @throws RangeError when it is no finite decimal number.
 */
export function exact(value: Decimal | number): Exact {
  const [, sign, whole, part = '', exponent = '0'] = WRITTEN.exec(String(value)) ?? [];
  if (whole === undefined) throw new RangeError(`Not a decimal number: ${value}`);
  const digits = BigInt(`${sign === '-' ? '-' : ''}${whole}${part}`);
  const scale = Number(exponent) - part.length;
  return scale >= 0
    ? new Fraction(digits * 10n ** BigInt(scale), 1n)
    : new Fraction(digits, 10n ** BigInt(-scale));
}

/** The exact sum of decimals, written as a decimal again. */
export function sumOf(values: readonly (Decimal | number)[]): Decimal {
  return decimalText(values.reduce((sum, value) => sum.add(exact(value)), new Fraction(0n)));
}

/** A sum of decimals always ends: its denominator has no other prime factors than 2 and 5. */
export function decimalText(value: Exact): Decimal {
  let places = 0;
  let scale = 1n;
  while ((value.n * scale) % value.d !== 0n) {
    scale *= 10n;
    places += 1;
  }
  const digits = ((value.n * scale) / value.d).toString().padStart(places + 1, '0');
  const text =
    places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(digits.length - places)}`;
  return value.s < 0n && value.n !== 0n ? `-${text}` : text;
}

const PLAIN = /^-?\d+(\.\d+)?$/;

/** Plain notation only: an exponent is how a rounded number gives itself away. */
export function isDecimal(value: string): value is Decimal {
  return PLAIN.test(value);
}

/** Negative, zero or positive as `a` is below, equal to or above `b`; exact. */
export function compareDecimals(a: Decimal, b: Decimal | number): number {
  return exact(a).compare(exact(b));
}

/** As above, of the sum of several. */
export function compareSum(parts: readonly Decimal[], b: number): number {
  return parts.reduce((sum, part) => sum.add(exact(part)), new Fraction(0n)).compare(exact(b));
}

/** Whether `part / whole` lies above a share, decided exactly. */
export function exceedsShare(part: number, whole: number, share: number): boolean {
  return exact(part).compare(exact(share).mul(exact(whole))) > 0;
}
