import { actualText } from '../evaluation/actual-text';
import type { MeetingScale, MetricParams } from '#vocabulary';
import type { MetricResult, MetricSetting } from '../metrics/metric';
import { metricOf } from '../metrics/registry';
import { SCALE, SETTING, facts, label } from './given-facts.features';
import { tallied } from './tallied.features';
import type { GivenYear } from './tallied.features';

export function resultOf(
  metric: string,
  given: Partial<GivenYear>,
  params: MetricParams = {},
  setting: Partial<MetricSetting> & { readonly meetingScale?: MeetingScale } = {},
): MetricResult {
  const known = metricOf(metric);
  if (!known) throw new RangeError(`No metric ${metric}`);
  const { meetingScale = SCALE, ...rest } = setting;
  return known.evaluate(tallied(facts(given), meetingScale), params, { ...SETTING, ...rest });
}

/** The interval as people read it: `2/3 … 3/3`. */
export function intervalOf(...given: Parameters<typeof resultOf>): string | undefined {
  const { interval } = resultOf(...given);
  if (interval === 'NOT_APPLICABLE') return interval;
  const condition = { id: 'c', label: label('c'), kind: 'HARD', status: 'PENDING' } as const;
  return actualText({ ...condition, interval, evidence: [], notes: [] });
}
