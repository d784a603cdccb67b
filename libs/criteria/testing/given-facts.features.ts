import type { ChildFact, EvidenceRef, MeetingFact, SubtreeTally, TargetFact } from '../facts';
import type {
  CriteriaFramework,
  FrameworkParameters,
  Label,
  Profile,
  Decimal,
  MeetingKind,
  RatingLevel,
} from '#vocabulary';
import type { MetricSetting } from '../metrics/metric';
import type { GivenYear } from './tallied.features';

export function event(position: number): EvidenceRef {
  return { event: `e${position}`, position: String(position) };
}

export function tally(overrides: Partial<SubtreeTally> = {}): SubtreeTally {
  return {
    members: members(0),
    grievances: [],
    prohibitedThings: { confirmed: 0, selfDetectedAndRemedied: 0, open: 0 },
    detectedBy: [],
    unremedied: 0,
    evidence: {},
    leftOut: [],
    ...overrides,
  };
}

export function members(
  rateable: number,
  rated: Partial<Record<RatingLevel, number>> = {},
  pledged = 0,
): SubtreeTally['members'] {
  return {
    rateable,
    rated: { EXCELLENT: 0, GOOD: 0, COMPLETED: 0, FAILED: 0, ...rated },
    pledged,
    exempted: 0,
    suspended: 0,
  };
}

/** A pledged cell in 2024 of which nothing else is known. */
export function facts(overrides: Partial<GivenYear> = {}): GivenYear {
  return {
    organisation: { id: 'k1', kind: 'GRASSROOTS_CELL', organisationType: 'school' },
    year: 2024,
    pledge: { campaign: 'campaign', signed: event(1) },
    targets: [],
    meetings: [],
    missedMonths: [],
    missedQuarters: [],
    ratings: [],
    appraisals: {},
    selfScores: {},
    subtree: tally(),
    children: [],
    ...overrides,
  };
}

export const CLOSED: Pick<GivenYear, 'periodClosed'> = { periodClosed: event(9_000) };

export function target(
  code: string,
  assigned: Decimal,
  achieved?: Decimal,
  direction: TargetFact['direction'] = 'AT_LEAST',
): TargetFact {
  const base = { code, assigned, direction, assignedBy: event(10) };
  return achieved === undefined ? base : { ...base, confirmed: { achieved, event: event(11) } };
}

/** Two hours in the evening of a day in Vietnam, documents posted the day before. */
export function meeting(
  date: string,
  kind: MeetingKind = 'REGULAR',
  overrides: Partial<MeetingFact> = {},
): MeetingFact {
  const dayBefore = new Date(Date.parse(`${date}T23:00:00+07:00`) - 86_400_000).toISOString();
  return {
    id: `meeting-${date}`,
    kind,
    startsAt: `${date}T19:00:00+07:00`,
    endsAt: `${date}T21:00:00+07:00`,
    held: { event: `held-${date}`, position: date.replaceAll('-', '') },
    expected: 10,
    present: 9,
    documents: { postedAt: dayBefore, event: event(12) },
    ...overrides,
  };
}

export function scored(points: Record<string, Decimal>): Pick<MeetingFact, 'score'> {
  return { score: { points, event: event(13) } };
}

export function child(organisation: string, known: Partial<ChildFact> = {}): ChildFact {
  return { organisation, ...known };
}

export const SCALE: NonNullable<CriteriaFramework['meetingScale']> = {
  groups: [
    { code: 'ATTENDANCE', maxPoints: 20 },
    { code: 'CONDUCT', maxPoints: 80 },
  ],
  bands: [
    { level: 'TOT', min: 90, requiresMaximumOn: ['ATTENDANCE'] },
    { level: 'KHA', min: 70 },
    { level: 'TRUNG_BINH', min: 50 },
    { level: 'KEM', min: 0 },
  ],
  validity: { minimumMinutes: 90, minimumMinutesCombined: 120, documentsDaysBefore: 1 },
};

export const PARAMETERS: FrameworkParameters = {
  censusDate: '12-31',
  externalSources: ['PRESS', 'CITIZEN_REPORT', 'CITIZEN_DENUNCIATION'],
  selfDetectedExempts: false,
  publicationDueDays: 30,
  closesAfterDays: 31,
  ratingQuota: null,
};

export const SETTING: MetricSetting = {
  parameters: PARAMETERS,
  pointConditions: [],
};

export function label(text: string): Label {
  return { vi: `${text} (vi)`, en: text };
}

export function profile(overrides: Partial<Profile> = {}): Profile {
  return {
    appliesTo: { kinds: ['GRASSROOTS_CELL'], types: ['*'] },
    goods: [
      {
        code: 'POLITICAL_TASK',
        label: label('Political task'),
        conditions: [{ id: 'study', kind: 'APPRAISED', label: label('Study') }],
      },
    ],
    ...overrides,
  };
}

export function framework(overrides: Partial<CriteriaFramework> = {}): CriteriaFramework {
  return {
    id: 'test-framework',
    version: 1,
    title: label('Test'),
    legalBasis: [{ number: '1-KH/HU', date: '2024-01-01', issuer: 'A committee' }],
    validFrom: '2024-01-01',
    validTo: '2025-12-31',
    parameters: PARAMETERS,
    profiles: [profile()],
    meetingScale: SCALE,
    ...overrides,
  };
}
