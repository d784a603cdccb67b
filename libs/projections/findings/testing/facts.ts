import type {
  DisciplineForm,
  LocalDate,
  MeetingKind,
  MemberId,
  OrganisationId,
  OrganisationKind,
  RatingLevel,
  SignalSource,
} from '#vocabulary';
import type { Attendance, DomainEvent } from '#domain';
import { on } from '#domain/testing';
import type { ToRecord } from '#projection-engine/testing';

/** The cell and year that specs ask about unless they say otherwise. */
export const CELL = { organisation: 'cell', year: 2024 };

export function established(
  organisation: OrganisationId,
  parent?: OrganisationId,
  kind: OrganisationKind = 'SUBORDINATE_CELL',
): ToRecord {
  const named = { organisation, kind, name: organisation, organisationType: 'village' };
  const data = { ...named, ...(parent === undefined ? {} : { parent }) };
  return on('2020-01-01', { type: 'OrganisationEstablished', data });
}

export function totals(
  organisation: OrganisationId,
  official: number,
  probationary: number,
  total: number,
  date: LocalDate = '2024-08-31',
): ToRecord {
  const data = { organisation, official, probationary, total };
  return on(date, { type: 'MembershipTotalsReported', data });
}

interface HowHeld {
  readonly kind?: MeetingKind;
  readonly minutes?: number;
  readonly attendance?: Partial<Attendance>;
  readonly reviewed?: boolean;
}

/** A meeting of the cell at eight in the morning, named after its date. */
export function held(
  date: LocalDate,
  { kind = 'REGULAR', minutes = 90, attendance = {}, reviewed = true }: HowHeld = {},
): ToRecord {
  const startsAt = `${date}T08:00:00+07:00`;
  const endsAt = new Date(Date.parse(startsAt) + minutes * 60_000).toISOString();
  const everyone = { expected: 20, present: 20, excused: [], unexcused: [], specialDuty: [] };
  return on(startsAt, {
    type: 'MeetingHeld',
    data: {
      ...meeting(date),
      kind,
      startsAt,
      endsAt,
      attendance: { ...everyone, ...attendance },
      superiorAttended: true,
      previousResolutionReviewed: reviewed,
    },
  });
}

export function meeting(date: LocalDate) {
  return { ...CELL, year: Number(date.slice(0, 4)), meeting: `meeting-${date}` };
}

export const VIOLATION = { case: 'v1', organisation: 'cell', member: 'm00001' };

type OfCase = Pick<typeof VIOLATION, 'case' | 'organisation'> & { readonly member?: MemberId };

export function caseOpened(
  date: LocalDate,
  occurredOn: LocalDate = '2024-02-01',
  of: OfCase = VIOLATION,
): ToRecord {
  return on(date, { type: 'CaseOpened', data: { ...of, occurredOn } });
}

export function signal(date: LocalDate, source: SignalSource): ToRecord {
  return on(date, { type: 'SignalReceived', data: { ...VIOLATION, source } });
}

export function concluded(date: LocalDate, confirmed = true, of: OfCase = VIOLATION): ToRecord {
  const data = { ...of, confirmed, remediationRequired: true };
  return on(date, { type: 'ConclusionReached', data });
}

export function disciplined(
  date: LocalDate,
  form: DisciplineForm = 'WARNING',
  of: OfCase = VIOLATION,
  decidedBy = 'committee',
): ToRecord {
  return on(date, { type: 'DisciplineDecided', data: { ...of, form, decidedBy } });
}

export type CaseStep = Extract<
  DomainEvent['type'],
  | 'InspectionOpened'
  | 'DisciplineAnnounced'
  | 'ComplaintFiled'
  | 'RemediationCompleted'
  | 'DisciplineExpired'
  | 'CaseClosed'
>;

export function step(date: LocalDate, type: CaseStep, of: OfCase = VIOLATION): ToRecord {
  return on(date, { type, data: of });
}

export function annulled(date: LocalDate, of: OfCase = VIOLATION): ToRecord {
  const data = { ...of, outcome: 'ANNULLED', decidedBy: 'province' } as const;
  return on(date, { type: 'ComplaintResolved', data });
}

export function rated(date: LocalDate, level: RatingLevel, member = 'm00001'): ToRecord {
  const data = { ...CELL, member, level, decidedBy: 'cell' };
  return on(date, { type: 'MemberRatingDecided', data });
}

export function organisationRated(
  date: LocalDate,
  level: RatingLevel,
  organisation = 'cell',
  year = 2024,
): ToRecord {
  const data = { organisation, year, level, decidedBy: 'district' };
  return on(date, { type: 'OrganisationRatingDecided', data });
}

export function granted(date: LocalDate, organisation = 'cell'): ToRecord {
  const data = { organisation, year: 2024, number: '12-QĐ/HU', decidedBy: 'district' };
  return on(date, { type: 'RecognitionGranted', data });
}

export function assessed(framework = 'f1'): ToRecord {
  const data = { ...CELL, campaign: 'c1', framework: { id: framework, version: 1 } };
  return on('2024-12-01', { type: 'AssessmentOpened', data });
}
