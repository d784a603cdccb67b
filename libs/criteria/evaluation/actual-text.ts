import type { ConditionResult, Figure } from './scorecard';

function textOf({ numerator, denominator }: Figure): string {
  return denominator === undefined ? numerator : `${numerator}/${denominator}`;
}

/** The exact figure for people: `26/30`, or `26/30 … 28/30` while it is open. Nothing where there is no figure. */
export function actualText({ interval, points }: ConditionResult): string | undefined {
  if (interval) {
    const [low, high] = [textOf(interval.low), textOf(interval.high)];
    return low === high ? low : `${low} … ${high}`;
  }
  return points?.appraised === undefined ? undefined : `${points.appraised}/${points.maximum}`;
}
