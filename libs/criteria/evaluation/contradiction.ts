import { fractionOf } from './figure';
import type { ConditionResult, ConditionStatus, Interval, Outcome, Scorecard } from './scorecard';

/**
 * Whether a scorecard says something that an earlier one of the same framework had ruled out:
 * a figure outside the interval in which it still could be, or a worse status. That what was open
 * became known within its interval contradicts nothing.
 */
export function contradicts(earlier: Scorecard, later: Scorecard): boolean {
  if (isWorseOutcome(earlier.outcome, later.outcome)) return true;
  const before = new Map(conditionsOf(earlier));
  return conditionsOf(later).some(([name, condition]) => {
    const known = before.get(name);
    return known !== undefined && isContradicted(known, condition);
  });
}

function isContradicted(before: ConditionResult, after: ConditionResult): boolean {
  return (
    isWorseStatus(before.status, after.status) ||
    (before.interval !== undefined &&
      after.interval !== undefined &&
      !isWithin(after.interval, before.interval))
  );
}

function isWithin(inner: Interval, outer: Interval): boolean {
  return (
    fractionOf(inner.low).gte(fractionOf(outer.low)) &&
    fractionOf(inner.high).lte(fractionOf(outer.high))
  );
}

const STATUS_RANK: Readonly<Record<ConditionStatus, number>> = {
  MET: 0,
  NOT_APPLICABLE: 0,
  PENDING: 1,
  FAILED: 2,
};

function isWorseStatus(before: ConditionStatus, after: ConditionStatus): boolean {
  return STATUS_RANK[after] > STATUS_RANK[before];
}

const OUTCOME_RANK: Readonly<Record<Outcome, number>> = {
  ELIGIBLE: 0,
  PENDING: 1,
  NOT_ELIGIBLE: 2,
  NOT_PLEDGED: 2,
};

function isWorseOutcome(before: Outcome, after: Outcome): boolean {
  return OUTCOME_RANK[after] > OUTCOME_RANK[before];
}

/** A condition's id is its own within a good. */
function conditionsOf({ goods }: Scorecard): readonly (readonly [string, ConditionResult])[] {
  return goods.flatMap(({ code, conditions }) =>
    conditions.map((condition) => [`${code}/${condition.id}`, condition] as const),
  );
}
