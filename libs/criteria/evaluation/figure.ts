import { exact } from '#vocabulary';
import type { Exact, Decimal } from '#vocabulary';
import type { Figure, Interval } from './scorecard';

export const ZERO: Figure = { numerator: '0' };
export const ONE: Figure = { numerator: '1' };

/** Still open between nothing and all, with nothing yet to count. */
export const ANYTHING: Interval = { low: ZERO, high: ONE };

export function count(low: number, high: number): Interval {
  return { low: { numerator: String(low) }, high: { numerator: String(high) } };
}

export function amount(low: Decimal, high: Decimal): Interval {
  return { low: { numerator: low }, high: { numerator: high } };
}

/** A share of a whole above 0: `low` and `high` of `whole`. */
export function share(low: number, high: number, whole: number): Interval {
  return {
    low: { numerator: String(low), denominator: whole },
    high: { numerator: String(high), denominator: whole },
  };
}

/** Settled at one figure: a share where there is a whole, else nothing of nothing. */
export function settledShare(part: number, whole: number): Interval {
  return whole === 0 ? count(0, 0) : share(part, part, whole);
}

export function fractionOf(figure: Figure): Exact {
  const numerator = exact(figure.numerator);
  return figure.denominator === undefined ? numerator : numerator.div(exact(figure.denominator));
}

/**
 * A figure as a double, for readers and sorting only: never decide on it. It is the double nearest
 * to the exact figure as long as numerator and denominator are below 2^53.
 */
export function figureToNumber(figure: Figure): number {
  return Number(figure.numerator) / (figure.denominator ?? 1);
}
