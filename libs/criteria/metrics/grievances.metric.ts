import type { GrievanceTally, SubtreeTally } from '../facts';
import type { MetricParams } from '#vocabulary';
import { count } from '../evaluation/figure';
import { tallyEvidence } from './evidence';
import type { Metric } from './metric';

function total(
  tally: SubtreeTally,
  { flags = [] }: MetricParams,
  figure: (grievances: GrievanceTally) => number,
): number {
  return tally.grievances
    .filter((grievances) => grievances.flags.some((flag) => flags.includes(flag)))
    .reduce((sum, grievances) => sum + figure(grievances), 0);
}

export const grievancesUnresolved: Metric = {
  name: 'grievances.unresolved',
  param: 'flags',
  measure: 'COUNT',
  figure: ({ flags }) => ({
    vi: `Số vụ khiếu nại, tố cáo (${flags.vi}) chưa giải quyết đến hết ngày 31 tháng 12`,
    en: `Grievances (${flags.en}) not resolved by 31 December`,
  }),
  open: 'Until the year is closed, those not resolved may still be.',
  evaluate: ({ subtree, periodClosed }, params) => {
    const unresolved = total(subtree, params, (grievances) => grievances.unresolved);
    return {
      interval: count(periodClosed ? unresolved : 0, unresolved),
      ...tallyEvidence(subtree, [{ kind: 'grievances:unresolved', count: unresolved }]),
    };
  },
};

export const grievancesFlagged: Metric = {
  name: 'grievances.flagged',
  param: 'flags',
  measure: 'COUNT',
  figure: ({ flags }) => ({
    vi: `Số vụ khiếu nại, tố cáo (${flags.vi}) phát sinh`,
    en: `Grievances (${flags.en}) opened`,
  }),
  open: 'Never open: what is recorded is the figure.',
  evaluate: ({ subtree }, params) => {
    const opened = total(subtree, params, (grievances) => grievances.opened);
    return {
      interval: count(opened, opened),
      ...tallyEvidence(subtree, [{ kind: 'grievances:opened', count: opened }]),
    };
  },
};
