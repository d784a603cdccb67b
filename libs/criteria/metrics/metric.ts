import type { OrganisationYearFacts } from '../facts';
import type { FrameworkParameters, Label, MetricParams } from '#vocabulary';
import type { Interval } from '../evaluation/scorecard';
import type { DecidingEvents } from './evidence';

/** What a framework says that a metric may depend on, besides the condition's own params. */
export interface MetricSetting {
  readonly parameters: FrameworkParameters;
  /** The `POINTS` conditions of the profile that applies. */
  readonly pointConditions: readonly { readonly id: string; readonly maxPoints: number }[];
}

/** Where a metric does not apply (no active child, no rateable member) there is no interval. */
export interface MetricResult extends DecidingEvents {
  readonly interval: Interval | 'NOT_APPLICABLE';
}

export const METRIC_PARAMS = ['flags', 'ratingLevel', 'meetingLevel'] as const;

/** What a metric needs to know from a condition: grievance flags, a level of rating, or a level of meeting. */
export type MetricParam = (typeof METRIC_PARAMS)[number];

/** What people call the params of a condition. */
export type ParamNames = Readonly<Record<keyof MetricParams, Label>>;

/**
 * One row of criteria.md, section 3, with the words for it. Pure: the same facts, params and setting always give the same
 * result, whatever the order of the lists in the facts.
 */
export interface Metric {
  readonly name: string;
  readonly param?: MetricParam;
  /** Whether its figure is a part of a whole, so that people read it against a percentage. */
  readonly measure: 'SHARE' | 'COUNT';
  /** What its figure counts: begins a sentence, without a full stop. */
  readonly figure: (names: ParamNames) => Label;
  /** What it may still become while something is open; the year is closed by `PeriodClosed`. */
  readonly open: string;
  evaluate(
    facts: OrganisationYearFacts,
    params: MetricParams,
    setting: MetricSetting,
  ): MetricResult;
}
