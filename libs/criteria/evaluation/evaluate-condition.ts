import { assertNever } from '#vocabulary';
import type { OrganisationYearFacts } from '../facts';
import type { Condition, MetricParams, Operator } from '#vocabulary';
import { evidenceOf } from '../metrics/evidence';
import type { MetricSetting } from '../metrics/metric';
import { metricOf } from '../metrics/registry';
import { statusOf } from './condition-status';
import { ownEntry } from './own-entry';
import type { ConditionResult } from './scorecard';

/** A condition as it stands on the facts. */
export function evaluateCondition(
  condition: Condition,
  facts: OrganisationYearFacts,
  setting: MetricSetting,
): ConditionResult {
  switch (condition.kind) {
    case 'HARD':
      return measured(condition, condition.op, condition.value, facts, setting);
    case 'KNOCK_OUT':
      return measured(condition, '==', 0, facts, setting);
    case 'APPRAISED':
      return appraised(condition, facts);
    case 'POINTS':
      return pointed(condition, facts);
    case 'UNFILLED':
      return { ...named(condition), status: 'PENDING', evidence: [], notes: [] };
    default:
      return assertNever(condition);
  }
}

function named({
  id,
  rule,
  label,
  kind,
}: Condition): Pick<ConditionResult, 'id' | 'rule' | 'label' | 'kind'> {
  return { id, ...(rule === undefined ? {} : { rule }), label, kind };
}

function measured(
  condition: Condition & { readonly metric: string; readonly params?: MetricParams },
  operator: Operator,
  threshold: number,
  facts: OrganisationYearFacts,
  setting: MetricSetting,
): ConditionResult {
  const { metric: name, params } = condition;
  const base = {
    ...named(condition),
    metric: name,
    ...(params === undefined ? {} : { params }),
    operator,
    threshold,
  };
  const metric = metricOf(name);
  if (!metric) return { ...base, status: 'PENDING', evidence: [], notes: [] };
  const { interval, evidence, evidenceCount, abridged, notes } = metric.evaluate(
    facts,
    params ?? {},
    setting,
  );
  const unlisted = { count: evidenceCount - evidence.length, kinds: abridged };
  const events = { evidence, ...(unlisted.count > 0 && { unlisted }), notes };
  return interval === 'NOT_APPLICABLE'
    ? { ...base, status: 'NOT_APPLICABLE', ...events }
    : { ...base, status: statusOf(interval, operator, threshold), interval, ...events };
}

function appraised(condition: Condition, facts: OrganisationYearFacts): ConditionResult {
  const appraisal = ownEntry(facts.appraisals, condition.id);
  const statuses = { MET: 'MET', NOT_MET: 'FAILED' } as const;
  return {
    ...named(condition),
    status: appraisal?.result === undefined ? 'PENDING' : statuses[appraisal.result],
    evidence: evidenceOf([appraisal?.event]),
    notes: appraisal ? [] : ['NOTHING_RECORDED'],
  };
}

/** Points are `MET` once given, however few: only their sum is held against a minimum. */
function pointed(
  condition: Condition & { readonly maxPoints: number },
  facts: OrganisationYearFacts,
): ConditionResult {
  const appraisal = ownEntry(facts.appraisals, condition.id);
  const self = ownEntry(facts.selfScores, condition.id);
  const given = appraisal?.points;
  return {
    ...named(condition),
    status: given === undefined ? 'PENDING' : 'MET',
    points: {
      ...(self === undefined ? {} : { self: self.points }),
      ...(given === undefined ? {} : { appraised: given }),
      maximum: condition.maxPoints,
    },
    evidence: evidenceOf([self?.event, appraisal?.event]),
    notes: given === undefined ? ['NOTHING_RECORDED'] : [],
  };
}
