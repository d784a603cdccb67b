import type { ScorecardDocument } from '#projections';
import type { Where } from '#read-models';
import type { ScorecardsArgs } from './scorecards.args';

type Selection = Pick<ScorecardsArgs, 'year' | 'outcome' | 'good' | 'failedRule'>;

const RULE = /^R-\d{2}$/;

/** The index that leaves the least to look through. */
export function indexFor({ year, outcome, failedRule }: Selection): {
  readonly index: string;
  readonly where: Where;
} {
  // Conditions that apply a rule are listed by the rule, so only rules are looked up.
  if (failedRule !== undefined && RULE.test(failedRule)) {
    return { index: 'failed-rule', where: { failedRules: failedRule, year } };
  }
  if (outcome !== undefined) return { index: 'outcome', where: { year, outcome } };
  return { index: 'year', where: { year } };
}

export function isSelected(
  { outcome, good, failedRule }: Selection,
  document: ScorecardDocument,
): boolean {
  return (
    (outcome === undefined || document.outcome === outcome) &&
    (good === undefined || document.failedGoods.includes(good)) &&
    (failedRule === undefined || hasFailed(document, failedRule))
  );
}

function hasFailed(
  { failedRules, scorecard }: ScorecardDocument,
  ruleOrCondition: string,
): boolean {
  return (
    failedRules.includes(ruleOrCondition) ||
    scorecard.goods.some(({ conditions }) =>
      conditions.some(({ id, status }) => id === ruleOrCondition && status === 'FAILED'),
    )
  );
}
