import { exact } from '#vocabulary';
import { ANYTHING, count, share } from '../evaluation/figure';
import type { TargetFact, TargetTally } from '../facts';
import { allEvidence, countedEvidence } from './evidence';
import type { Metric, MetricResult } from './metric';

/** Above 0 when better than assigned, 0 when just reached, below 0 when missed; nothing until it is confirmed. */
export function targetMargin({ assigned, direction, confirmed }: TargetFact): number | undefined {
  if (confirmed === undefined) return undefined;
  const difference = exact(confirmed.achieved).compare(exact(assigned));
  return direction === 'AT_MOST' ? -difference : difference;
}

function resultOver(targets: TargetTally, interval: () => MetricResult['interval']): MetricResult {
  if (targets.total === 0) {
    return { interval: ANYTHING, ...allEvidence(), notes: ['NOTHING_RECORDED'] };
  }
  const events = { kind: 'targets', refs: targets.evidence, total: targets.total } as const;
  return { interval: interval(), ...countedEvidence([events]) };
}

export const targetsMetShare: Metric = {
  name: 'targets.metShare',
  measure: 'SHARE',
  figure: () => ({
    vi: 'Số chỉ tiêu được giao đã đạt',
    en: 'Assigned targets met',
  }),
  open: 'Targets without a confirmed result may still be met or missed; without any target it is open altogether.',
  evaluate: ({ targets }) => {
    const { met, unconfirmed, total } = targets;
    return resultOver(targets, () => share(met, met + unconfirmed, total));
  },
};

export const targetsExceededCount: Metric = {
  name: 'targets.exceededCount',
  measure: 'COUNT',
  figure: () => ({
    vi: 'Số chỉ tiêu vượt mức được giao',
    en: 'Targets exceeded',
  }),
  open: 'Each target without a confirmed result may still be exceeded; without any target, 0 to 1.',
  evaluate: ({ targets }) => {
    const { exceeded, unconfirmed } = targets;
    return resultOver(targets, () => count(exceeded, exceeded + unconfirmed));
  },
};
