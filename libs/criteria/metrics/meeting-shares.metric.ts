import { ANYTHING, settledShare } from '../evaluation/figure';
import type { MeetingEvidence, MeetingTally, OrganisationYearFacts } from '../facts';
import { MONTHS_OF_YEAR } from '../meetings/months-still-open';
import { countedEvidence } from './evidence';
import type { DecidingEvents } from './evidence';
import type { Metric, MetricResult } from './metric';

function regularMeetingEvidence(
  { regular, evidence }: MeetingTally,
  kind: MeetingEvidence,
): DecidingEvents {
  const events = countedEvidence([{ kind: `meetings:${kind}`, ...evidence[kind] }]);
  return regular === 0 ? { ...events, notes: ['NOTHING_RECORDED', ...events.notes] } : events;
}

/** Settled when the year is closed, or when every month was held and every meeting has what is asked for. */
function shareOfRegular(
  { meetings, periodClosed }: OrganisationYearFacts,
  having: number,
  kind: MeetingEvidence,
): MetricResult {
  const { regular, monthsHeld } = meetings;
  const complete = having === regular && monthsHeld.length === MONTHS_OF_YEAR;
  return {
    interval: periodClosed || complete ? settledShare(having, regular) : ANYTHING,
    ...regularMeetingEvidence(meetings, kind),
  };
}

export const meetingsScoredShare: Metric = {
  name: 'meetings.scoredShare',
  measure: 'SHARE',
  figure: () => ({
    vi: 'Số kỳ sinh hoạt thường kỳ đã chốt điểm trên tổng số kỳ sinh hoạt thường kỳ',
    en: 'Regular meetings with a final score, of all regular meetings',
  }),
  open: 'Until the year is closed it is open altogether, unless twelve months were held and all are scored.',
  evaluate: (facts) => shareOfRegular(facts, facts.meetings.scored, 'scoring'),
};

export const meetingsPreparedShare: Metric = {
  name: 'meetings.preparedShare',
  measure: 'SHARE',
  figure: () => ({
    vi: 'Số kỳ sinh hoạt thường kỳ có họp chuẩn bị trước trên tổng số kỳ sinh hoạt thường kỳ',
    en: 'Regular meetings with a preparatory meeting before them, of all regular meetings',
  }),
  open: 'Until the year is closed it is open altogether, unless twelve months were held and all were prepared.',
  evaluate: (facts) => shareOfRegular(facts, facts.meetings.prepared, 'preparation'),
};

export const meetingsAttendance: Metric = {
  name: 'meetings.attendance',
  measure: 'SHARE',
  figure: () => ({
    vi: 'Số lượt đảng viên dự sinh hoạt thường kỳ trên số lượt phải có mặt',
    en: 'Attendances at regular meetings, of those expected',
  }),
  open: 'Until the year is closed it is open altogether.',
  evaluate: ({ meetings, periodClosed }) => ({
    interval: periodClosed ? settledShare(meetings.present, meetings.expected) : ANYTHING,
    ...regularMeetingEvidence(meetings, 'regular'),
  }),
};
