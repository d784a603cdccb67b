import { exact, assertNever } from '#vocabulary';
import type { Operator } from '#vocabulary';
import { fractionOf } from './figure';
import type { GoodStatus, Interval } from './scorecard';

/** `MET` when every value of the interval satisfies the comparison, `FAILED` when none does, else `PENDING`. */
export function statusOf({ low, high }: Interval, op: Operator, value: number): GoodStatus {
  const [least, most, threshold] = [fractionOf(low), fractionOf(high), exact(value)];
  switch (op) {
    case '>=':
      return settled(least.gte(threshold), most.lt(threshold));
    case '>':
      return settled(least.gt(threshold), most.lte(threshold));
    case '<=':
      return settled(most.lte(threshold), least.gt(threshold));
    case '<':
      return settled(most.lt(threshold), least.gte(threshold));
    case '==':
      return settled(
        least.equals(threshold) && most.equals(threshold),
        least.gt(threshold) || most.lt(threshold),
      );
    default:
      return assertNever(op);
  }
}

function settled(met: boolean, failed: boolean): GoodStatus {
  if (met) return 'MET';
  return failed ? 'FAILED' : 'PENDING';
}
