import type { EvidenceRef, MeetingFact, OrganisationYearFacts } from '../facts';
import { ANYTHING, settledShare } from '../evaluation/figure';
import { MONTHS_OF_YEAR, monthsHeld, regularMeetings } from '../meetings/meeting-year';
import { evidenceOf } from './evidence';
import type { Metric, MetricResult } from './metric';

/** Settled when the year is closed, or when every month was held and every meeting has what is asked for. */
function shareOfRegular(
  facts: OrganisationYearFacts,
  proof: (meeting: MeetingFact) => EvidenceRef | undefined,
): MetricResult {
  const regular = regularMeetings(facts);
  const proofs = regular.map(proof);
  const having = proofs.filter((event) => event !== undefined).length;
  const complete = having === regular.length && monthsHeld(facts).size === MONTHS_OF_YEAR;
  return {
    interval: facts.periodClosed || complete ? settledShare(having, regular.length) : ANYTHING,
    evidence: evidenceOf(regular.map((meeting) => proof(meeting) ?? meeting.held)),
    notes: regular.length === 0 ? ['NOTHING_RECORDED'] : [],
  };
}

export const meetingsScoredShare: Metric = {
  name: 'meetings.scoredShare',
  measure: 'SHARE',
  evaluate: (facts) => shareOfRegular(facts, ({ score }) => score?.event),
};

export const meetingsPreparedShare: Metric = {
  name: 'meetings.preparedShare',
  measure: 'SHARE',
  evaluate: (facts) =>
    shareOfRegular(facts, ({ preparation, startsAt }) =>
      preparation && Date.parse(preparation.heldAt) < Date.parse(startsAt)
        ? preparation.event
        : undefined,
    ),
};

export const meetingsAttendance: Metric = {
  name: 'meetings.attendance',
  measure: 'SHARE',
  evaluate: (facts) => {
    const regular = regularMeetings(facts);
    const present = regular.reduce((sum, meeting) => sum + meeting.present, 0);
    const expected = regular.reduce((sum, meeting) => sum + meeting.expected, 0);
    return {
      interval: facts.periodClosed ? settledShare(present, expected) : ANYTHING,
      evidence: evidenceOf(regular.map(({ held }) => held)),
      notes: regular.length === 0 ? ['NOTHING_RECORDED'] : [],
    };
  },
};
