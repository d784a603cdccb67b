import type { OrganisationYearFacts } from '../facts';
import type { CriteriaFramework, Good } from '#vocabulary';
import { pointConditionsOf, profileFor } from '../framework/profile';
import type { MetricSetting } from '../metrics/metric';
import { countsOf } from './counts';
import { evaluateCondition } from './evaluate-condition';
import { pointsTotal } from './points-total';
import type { ConditionResult, GoodResult, GoodStatus, Outcome, Scorecard } from './scorecard';

/**
 * The scorecard of an organisation for a year (criteria.md, section 2). Pure and total: the same
 * framework and the same facts always give the same scorecard, whatever the order of the lists in
 * the facts. All that failed is reported, not the first.
 *
 * An organisation whose pledge is signed, but about whose kind and type the framework says nothing,
 * is `PENDING` without goods: nothing was promised that could be met or failed.
 */
export function evaluate(framework: CriteriaFramework, facts: OrganisationYearFacts): Scorecard {
  const ref = { id: framework.id, version: framework.version };
  if (!facts.pledge) return { ...scorecardWithoutPledge(facts), framework: ref };
  const profile = profileFor(framework, facts.organisation);
  if (!profile) {
    return { outcome: 'PENDING', framework: ref, goods: [], failedRules: [], ...countsOf(facts) };
  }
  const setting: MetricSetting = {
    parameters: framework.parameters,
    pointConditions: pointConditionsOf(profile),
  };
  const goods = profile.goods.map((good) => goodResult(good, facts, setting));
  const points = pointsTotal(profile, facts);
  return {
    outcome: outcomeOf([...goods.map(({ status }) => status), points?.status ?? 'MET']),
    framework: ref,
    goods,
    failedRules: failedRules(goods, points?.status === 'FAILED'),
    ...(points ? { points } : {}),
    ...countsOf(facts),
  };
}

/** The scorecard of an organisation without a signed pledge: there is no framework to hold it against. */
export function scorecardWithoutPledge(facts: OrganisationYearFacts): Scorecard {
  return { outcome: 'NOT_PLEDGED', goods: [], failedRules: [], ...countsOf(facts) };
}

function goodResult(good: Good, facts: OrganisationYearFacts, setting: MetricSetting): GoodResult {
  const conditions = good.conditions.map((condition) =>
    evaluateCondition(condition, facts, setting),
  );
  const deciding = conditions.filter(({ kind }) => kind !== 'POINTS');
  return { code: good.code, label: good.label, status: worstOf(deciding), conditions };
}

function worstOf(results: readonly Pick<ConditionResult, 'status'>[]): GoodStatus {
  if (results.some(({ status }) => status === 'FAILED')) return 'FAILED';
  return results.some(({ status }) => status === 'PENDING') ? 'PENDING' : 'MET';
}

function outcomeOf(statuses: readonly GoodStatus[]): Outcome {
  const outcomes = { FAILED: 'NOT_ELIGIBLE', PENDING: 'PENDING', MET: 'ELIGIBLE' } as const;
  return outcomes[worstOf(statuses.map((status) => ({ status })))];
}

function failedRules(goods: readonly GoodResult[], pointsFailed: boolean): readonly string[] {
  const failed = goods
    .flatMap(({ conditions }) => conditions)
    .filter(({ status }) => status === 'FAILED')
    .map(({ rule, id }) => rule ?? id);
  return [...new Set(pointsFailed ? [...failed, 'points.minimum'] : failed)].sort();
}
