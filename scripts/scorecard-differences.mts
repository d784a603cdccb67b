/** `[status, low, high]`; the interval is null where the condition has no metric. */
type Condition = [status: string, low: number | null, high: number | null];

/** A scorecard as a bundle's `expected.json` gives it; one that is NOT_PLEDGED has its outcome alone. */
export interface ExpectedScorecard {
  outcome: string;
  goods?: Record<string, string>;
  conditions?: Record<string, Condition>;
}

/** The part of a scorecard that `SCORECARD_QUERY` asks for. */
export interface AnsweredScorecard {
  outcome: string;
  goods: {
    code: string;
    status: string;
    conditions: { id: string; status: string; low: number | null; high: number | null }[];
  }[];
}

export const SCORECARD_QUERY = `
  query Scorecard($organisation: ID!, $year: Int!) {
    scorecard(organisation: $organisation, year: $year) {
      outcome
      goods { code status conditions { id status low high } }
    }
  }`;

const TOLERANCE = 1e-12;

/** Every way in which `answered` is not as expected, one line each; empty when it is. */
export function scorecardDifferences(
  expected: ExpectedScorecard,
  answered: AnsweredScorecard | null,
): string[] {
  if (answered === null) return ['there is no scorecard'];
  const goods = Object.fromEntries(answered.goods.map(({ code, status }) => [code, status]));
  const conditions = Object.fromEntries(
    answered.goods
      .flatMap((good) => good.conditions)
      .map(({ id, status, low, high }): [string, Condition] => [id, [status, low, high]]),
  );
  return [
    ...(answered.outcome === expected.outcome
      ? []
      : [`outcome is ${answered.outcome}, expected ${expected.outcome}`]),
    ...(expected.goods ? entryDifferences('good', expected.goods, goods, Object.is) : []),
    ...(expected.conditions
      ? entryDifferences('condition', expected.conditions, conditions, sameCondition)
      : []),
  ];
}

function entryDifferences<T>(
  subject: string,
  expected: Record<string, T>,
  answered: Record<string, T>,
  isSame: (left: T, right: T) => boolean,
): string[] {
  const names = new Set([...Object.keys(expected), ...Object.keys(answered)]);
  return [...names].sort().flatMap((name) => {
    const [want, have] = [expected[name], answered[name]];
    if (want !== undefined && have !== undefined && isSame(want, have)) return [];
    return [`${subject} ${name} is ${JSON.stringify(have)}, expected ${JSON.stringify(want)}`];
  });
}

function sameCondition([status, low, high]: Condition, [otherStatus, ...other]: Condition) {
  return status === otherStatus && sameBound(low, other[0]) && sameBound(high, other[1]);
}

function sameBound(left: number | null, right: number | null) {
  if (left === null || right === null) return left === right;
  return Math.abs(left - right) <= TOLERANCE;
}
