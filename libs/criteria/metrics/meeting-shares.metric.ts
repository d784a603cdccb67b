import { ANYTHING, settledShare } from '../evaluation/figure';
import type { ConditionNote } from '../evaluation/scorecard';
import type { CountedEvidence, MeetingTally, OrganisationYearFacts } from '../facts';
import { MONTHS_OF_YEAR } from '../meetings/months-still-open';
import { countedEvidence } from './evidence';
import type { Metric, MetricResult } from './metric';

function ofRegular({ regular }: MeetingTally, events: CountedEvidence) {
  const { evidence, notes } = countedEvidence([events]);
  const missing: readonly ConditionNote[] = regular === 0 ? ['NOTHING_RECORDED'] : [];
  return { evidence, notes: [...missing, ...notes] };
}

/** Settled when the year is closed, or when every month was held and every meeting has what is asked for. */
function shareOfRegular(
  { meetings, periodClosed }: OrganisationYearFacts,
  having: number,
  events: CountedEvidence,
): MetricResult {
  const { regular, monthsHeld } = meetings;
  const complete = having === regular && monthsHeld.length === MONTHS_OF_YEAR;
  return {
    interval: periodClosed || complete ? settledShare(having, regular) : ANYTHING,
    ...ofRegular(meetings, events),
  };
}

export const meetingsScoredShare: Metric = {
  name: 'meetings.scoredShare',
  measure: 'SHARE',
  evaluate: (facts) =>
    shareOfRegular(facts, facts.meetings.scored, facts.meetings.evidence.scoring),
};

export const meetingsPreparedShare: Metric = {
  name: 'meetings.preparedShare',
  measure: 'SHARE',
  evaluate: (facts) =>
    shareOfRegular(facts, facts.meetings.prepared, facts.meetings.evidence.preparation),
};

export const meetingsAttendance: Metric = {
  name: 'meetings.attendance',
  measure: 'SHARE',
  evaluate: ({ meetings, periodClosed }) => ({
    interval: periodClosed ? settledShare(meetings.present, meetings.expected) : ANYTHING,
    ...ofRegular(meetings, meetings.evidence.regular),
  }),
};
