import { actualText } from '../evaluation/actual-text';
import type { OrganisationYearFacts } from '../facts';
import type { MetricParams } from '#vocabulary';
import type { MetricResult, MetricSetting } from '../metrics/metric';
import { metricOf } from '../metrics/registry';
import { SETTING, facts, label } from './given-facts.features';

export function resultOf(
  metric: string,
  given: Partial<OrganisationYearFacts>,
  params: MetricParams = {},
  setting: Partial<MetricSetting> = {},
): MetricResult {
  const known = metricOf(metric);
  if (!known) throw new RangeError(`No metric ${metric}`);
  return known.evaluate(facts(given), params, { ...SETTING, ...setting });
}

/** The interval as people read it: `2/3 … 3/3`. */
export function intervalOf(...given: Parameters<typeof resultOf>): string | undefined {
  const { interval } = resultOf(...given);
  if (interval === 'NOT_APPLICABLE') return interval;
  const condition = { id: 'c', label: label('c'), kind: 'HARD', status: 'PENDING' } as const;
  return actualText({ ...condition, interval, evidence: [], notes: [] });
}
