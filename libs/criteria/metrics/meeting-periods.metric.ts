import type { EvidenceRef, MeetingFact, OrganisationYearFacts } from '../facts';
import { count } from '../evaluation/figure';
import { isValidMeeting } from '../meetings/meeting-validity';
import {
  MONTHS_OF_YEAR,
  QUARTERS_OF_YEAR,
  monthOfMeeting,
  quarterOfMeeting,
  regularMeetings,
  thematicMeetings,
} from '../meetings/meeting-year';
import { evidenceOf } from './evidence';
import type { Metric, MetricResult, MetricSetting } from './metric';

interface Periods {
  readonly inYear: number;
  readonly of: (meeting: MeetingFact) => number;
  readonly held: readonly MeetingFact[];
  readonly missed: readonly { readonly period: number; readonly event: EvidenceRef }[];
}

/** A period with only an invalid meeting stays open until it is missed or the year closes. */
function periodsHeld(
  { periodClosed }: OrganisationYearFacts,
  { meetingScale }: MetricSetting,
  { inYear, of, held, missed }: Periods,
): MetricResult {
  const valid = held.filter((meeting) => isValidMeeting(meetingScale, meeting));
  const won = new Set(valid.map(of));
  const lost = missed.filter(({ period }) => !won.has(period));
  const lostPeriods = new Set(lost.map(({ period }) => period)).size;
  return {
    interval: count(won.size, periodClosed ? won.size : inYear - lostPeriods),
    evidence: evidenceOf(
      valid.map((meeting) => meeting.held),
      lost.map(({ event }) => event),
      won.size < inYear ? [periodClosed] : [],
    ),
    notes: [],
  };
}

export const meetingsRegularMonths: Metric = {
  name: 'meetings.regularMonths',
  measure: 'COUNT',
  evaluate: (facts, _params, setting) =>
    periodsHeld(facts, setting, {
      inYear: MONTHS_OF_YEAR,
      of: monthOfMeeting,
      held: regularMeetings(facts),
      missed: facts.missedMonths.map(({ month, event }) => ({ period: month, event })),
    }),
};

export const meetingsThematicQuarters: Metric = {
  name: 'meetings.thematicQuarters',
  measure: 'COUNT',
  evaluate: (facts, _params, setting) =>
    periodsHeld(facts, setting, {
      inYear: QUARTERS_OF_YEAR,
      of: quarterOfMeeting,
      held: thematicMeetings(facts),
      missed: facts.missedQuarters.map(({ quarter, event }) => ({ period: quarter, event })),
    }),
};
