import type { TargetFact } from '../facts';
import { exact } from '#vocabulary';
import { ANYTHING, count, share } from '../evaluation/figure';
import { evidenceOf } from './evidence';
import type { Metric, MetricResult } from './metric';

/** Above 0 when better than assigned, 0 when just reached, below 0 when missed. */
function margin(target: Pick<TargetFact, 'assigned' | 'direction'>, achieved: string): number {
  const difference = exact(achieved).compare(exact(target.assigned));
  return target.direction === 'AT_MOST' ? -difference : difference;
}

function confirmedWhere(
  targets: readonly TargetFact[],
  holds: (margin: number) => boolean,
): number {
  return targets.filter(
    ({ confirmed, ...target }) =>
      confirmed !== undefined && holds(margin(target, confirmed.achieved)),
  ).length;
}

function resultOver(
  targets: readonly TargetFact[],
  interval: (unconfirmed: number) => Exclude<MetricResult['interval'], 'NOT_APPLICABLE'>,
): MetricResult {
  if (targets.length === 0) {
    return { interval: ANYTHING, evidence: [], notes: ['NOTHING_RECORDED'] };
  }
  return {
    interval: interval(targets.filter((target) => !target.confirmed).length),
    evidence: evidenceOf(targets.map((target) => target.confirmed?.event ?? target.assignedBy)),
    notes: [],
  };
}

export const targetsMetShare: Metric = {
  name: 'targets.metShare',
  measure: 'SHARE',
  evaluate: ({ targets }) =>
    resultOver(targets, (unconfirmed) => {
      const met = confirmedWhere(targets, (by) => by >= 0);
      return share(met, met + unconfirmed, targets.length);
    }),
};

export const targetsExceededCount: Metric = {
  name: 'targets.exceededCount',
  measure: 'COUNT',
  evaluate: ({ targets }) =>
    resultOver(targets, (unconfirmed) => {
      const exceeded = confirmedWhere(targets, (by) => by > 0);
      return count(exceeded, exceeded + unconfirmed);
    }),
};
