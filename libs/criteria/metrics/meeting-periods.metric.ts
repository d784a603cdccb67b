import { count } from '../evaluation/figure';
import type { EvidenceRef, MeetingEvidence, OrganisationYearFacts } from '../facts';
import { MONTHS_OF_YEAR, QUARTERS_OF_YEAR } from '../meetings/months-still-open';
import { countedEvidence } from './evidence';
import type { Metric, MetricResult } from './metric';

interface Periods {
  readonly inYear: number;
  /** Those with a valid meeting. */
  readonly won: readonly number[];
  readonly valid: MeetingEvidence;
  readonly missed: readonly { readonly period: number; readonly event: EvidenceRef }[];
}

/** A period with only an invalid meeting stays open until it is missed or the year closes. */
function periodsHeld(
  { periodClosed, meetings }: OrganisationYearFacts,
  { inYear, won, valid, missed }: Periods,
): MetricResult {
  const lost = missed.filter(({ period }) => !won.includes(period));
  const lostPeriods = new Set(lost.map(({ period }) => period)).size;
  return {
    interval: count(won.length, periodClosed ? won.length : inYear - lostPeriods),
    ...countedEvidence(
      [{ kind: `meetings:${valid}`, ...meetings.evidence[valid] }],
      lost.map(({ event }) => event),
      won.length < inYear ? [periodClosed] : [],
    ),
  };
}

export const meetingsRegularMonths: Metric = {
  name: 'meetings.regularMonths',
  measure: 'COUNT',
  figure: () => ({
    vi: 'Số tháng có sinh hoạt thường kỳ hợp lệ',
    en: 'Months with a valid regular meeting',
  }),
  open: 'Each month without a valid meeting may still have one, until it is recorded as missed or the year is closed.',
  evaluate: (facts) =>
    periodsHeld(facts, {
      inYear: MONTHS_OF_YEAR,
      won: facts.meetings.validMonths,
      valid: 'validRegular',
      missed: facts.missedMonths.map(({ month, event }) => ({ period: month, event })),
    }),
};

export const meetingsThematicQuarters: Metric = {
  name: 'meetings.thematicQuarters',
  measure: 'COUNT',
  figure: () => ({
    vi: 'Số quý có sinh hoạt chuyên đề hợp lệ',
    en: 'Quarters with a valid thematic meeting',
  }),
  open: 'Each quarter without a valid meeting may still have one, until it is recorded as missed or the year is closed.',
  evaluate: (facts) =>
    periodsHeld(facts, {
      inYear: QUARTERS_OF_YEAR,
      won: facts.meetings.validQuarters,
      valid: 'validThematic',
      missed: facts.missedQuarters.map(({ quarter, event }) => ({ period: quarter, event })),
    }),
};
