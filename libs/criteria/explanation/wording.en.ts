import type { MetricParams } from '#vocabulary';
import type { Wording } from './wording';

const LEVELS: Readonly<Record<string, string>> = {
  EXCELLENT: 'excellent',
  GOOD: 'good',
  COMPLETED: 'completed',
  FAILED: 'failed',
  TOT: 'Tốt (good)',
  KHA: 'Khá (fair)',
  TRUNG_BINH: 'Trung bình (average)',
  KEM: 'Kém (poor)',
};

const FLAGS: Readonly<Record<string, string>> = {
  PROLONGED: 'prolonged',
  CROWD: 'crowd',
  LEVEL_SKIPPING: 'level-skipping',
};

function level({ level: id = '' }: MetricParams): string {
  return LEVELS[id] ?? id;
}

function flags({ flags: ids = [] }: MetricParams): string {
  return ids.map((id) => FLAGS[id] ?? id).join(', ');
}

export const ENGLISH: Wording = {
  figures: {
    'targets.metShare': () => 'Assigned targets met',
    'targets.exceededCount': () => 'Targets exceeded',
    'grievances.unresolved': (params) =>
      `Grievances (${flags(params)}) not resolved by 31 December`,
    'grievances.flagged': (params) => `Grievances (${flags(params)}) opened`,
    'violations.prohibitedThings': () => 'Violations of what members may not do',
    'violations.externallyDetected': () =>
      'Violations that the press or citizens reported before the organisation detected them itself',
    'violations.unremedied': () => 'Conclusions that demand remediation and are not yet remedied',
    'members.ratedAtLeastShare': (params) =>
      `Rateable members rated ${level(params)} or better, of all rateable members`,
    'members.ratedCount': (params) => `Members rated ${level(params)}`,
    'members.pledgedShare': () =>
      'Rateable members with a signed personal pledge, of all rateable members',
    'children.recognisedShare': () =>
      'Direct children recognised as four-good, of all direct children',
    'children.ratedAtLeastShare': (params) =>
      `Direct children rated ${level(params)} or better, of all direct children`,
    'organisation.rating': (params) =>
      `Organisation rated ${level(params)} or better (1 for yes, 0 for no)`,
    'meetings.regularMonths': () => 'Months with a valid regular meeting',
    'meetings.thematicQuarters': () => 'Quarters with a valid thematic meeting',
    'meetings.levelCount': (params) => `Regular meetings at level ${level(params)} or above`,
    'meetings.belowLevelCount': (params) => `Regular meetings below level ${level(params)}`,
    'meetings.scoredShare': () => 'Regular meetings with a final score, of all regular meetings',
    'meetings.preparedShare': () =>
      'Regular meetings with a preparatory meeting before them, of all regular meetings',
    'meetings.attendance': () => 'Attendances at regular meetings, of those expected',
    'inspectionPlan.doneShare': () => 'Items of the inspection plan done, of all items',
    'streak.years': (params) => `Consecutive years rated ${level(params)} or better`,
    'points.appraised': () => 'Sum of appraised points',
  },
  requirements: {
    '>=': (threshold) => `at least ${threshold}`,
    '>': (threshold) => `more than ${threshold}`,
    '<=': (threshold) => `at most ${threshold}`,
    '<': (threshold) => `less than ${threshold}`,
    '==': (threshold) => `exactly ${threshold}`,
  },
  none: 'none',
  decimalSeparator: '.',
  percent: ' %',
  verdicts: {
    MET: 'Met',
    FAILED: 'Failed',
    PENDING: 'Not yet decided',
    NOT_APPLICABLE: 'Not applicable',
  },
  measured: (figure, year, actual, requirement) =>
    `${figure}, ${year}: ${actual}; required: ${requirement}.`,
  whileOpen: {
    MET: 'What is still open cannot change that.',
    FAILED: 'What is still open cannot make up for it.',
    PENDING: 'It depends on what is still open.',
  },
  notApplicable: 'There is nobody to count, so the condition counts as met.',
  appraised: {
    MET: 'The superior appraised it as met.',
    FAILED: 'The superior appraised it as not met.',
    PENDING: 'The superior has not appraised it yet.',
  },
  pointsGiven: (points, maximum) => `The superior gave ${points} of ${maximum} points.`,
  pointsAwaited: (maximum) => `The superior has not given points yet (at most ${maximum}).`,
  selfPoints: (points) => `The organisation gave itself ${points}.`,
  unfilled: 'Its local text has not been given yet.',
  notes: {
    RESTS_ON_IMPORTED_DATES: 'The order of detection rests on the dates of imported records.',
    SELF_DETECTION_AFTER_EXTERNAL_SIGNAL:
      'Self-detection was recorded after the external signal and does not count.',
    EVIDENCE_ABRIDGED: 'The evidence listed is not complete.',
    NOTHING_RECORDED: 'Nothing has been recorded yet.',
  },
};
