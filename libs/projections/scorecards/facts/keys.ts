import { documentId } from '#projection-engine';
import type { DocumentKey } from '#projection-engine';
import type {
  CaseId,
  FrameworkRef,
  GrievanceId,
  MeetingId,
  MemberId,
  OrganisationId,
} from '#vocabulary';

export const FACTS = 'scorecard-facts';

/** What facts are kept together: of whom or what, one document each. */
export type FactsSubject =
  | { readonly kind: 'calendar' }
  | { readonly kind: 'framework'; readonly id: string; readonly version: number }
  | { readonly kind: 'member'; readonly member: MemberId }
  | {
      readonly kind: 'grievance';
      readonly organisation: OrganisationId;
      readonly grievance: GrievanceId;
    }
  | { readonly kind: 'case'; readonly organisation: OrganisationId; readonly case: CaseId }
  | { readonly kind: 'organisation'; readonly organisation: OrganisationId }
  | { readonly kind: 'year'; readonly organisation: OrganisationId; readonly year: number }
  | {
      readonly kind: 'meeting';
      readonly organisation: OrganisationId;
      readonly year: number;
      readonly meeting: MeetingId;
    }
  | {
      readonly kind: 'target' | 'plan-item';
      readonly organisation: OrganisationId;
      readonly year: number;
      readonly code: string;
    };

/** Says itself whom or what it is the key of: a key that was read from a store has its id alone. */
interface FactsKey extends DocumentKey {
  readonly subject?: FactsSubject;
}

export function factsKey(subject: FactsSubject): FactsKey {
  return { collection: FACTS, id: documentId(subject.kind, ...partsOf(subject)), subject };
}

function partsOf(subject: FactsSubject): readonly (string | number)[] {
  switch (subject.kind) {
    case 'calendar':
      return [];
    case 'framework':
      return [subject.id, subject.version];
    case 'member':
      return [subject.member];
    case 'grievance':
      return [subject.organisation, subject.grievance];
    case 'case':
      return [subject.organisation, subject.case];
    case 'organisation':
      return [subject.organisation];
    case 'year':
      return [subject.year, subject.organisation];
    case 'meeting':
      return [subject.year, subject.organisation, subject.meeting];
    case 'target':
    case 'plan-item':
      return [subject.year, subject.organisation, subject.code];
  }
}

function partsOfId(id: string): readonly string[] {
  const parts = id.split('/');
  return id.includes('%') ? parts.map(decodeURIComponent) : parts;
}

/** The subject that a key was made of. */
export function subjectOf({ id, subject }: FactsKey): FactsSubject {
  return subject ?? subjectOfId(id);
}

function subjectOfId(id: string): FactsSubject {
  const [kind = '', first = '', second = '', third = ''] = partsOfId(id);
  switch (kind) {
    case 'calendar':
      return { kind };
    case 'framework':
      return { kind, id: first, version: Number(second) };
    case 'member':
      return { kind, member: first };
    case 'grievance':
      return { kind, organisation: first, grievance: second };
    case 'case':
      return { kind, organisation: first, case: second };
    case 'organisation':
      return { kind, organisation: first };
    case 'year':
      return { kind, year: Number(first), organisation: second };
    case 'meeting':
      return { kind, year: Number(first), organisation: second, meeting: third };
    case 'target':
    case 'plan-item':
      return { kind, year: Number(first), organisation: second, code: third };
    default:
      throw new TypeError(`Not a key of the scorecards' facts: ${id}`);
  }
}

export const calendarKey = factsKey({ kind: 'calendar' });

export function frameworkKey({ id, version }: FrameworkRef): DocumentKey {
  return factsKey({ kind: 'framework', id, version });
}

export function memberKey(member: MemberId): DocumentKey {
  return factsKey({ kind: 'member', member });
}

export function organisationKey(organisation: OrganisationId): DocumentKey {
  return factsKey({ kind: 'organisation', organisation });
}

export function yearKey(organisation: OrganisationId, year: number): DocumentKey {
  return factsKey({ kind: 'year', organisation, year });
}

export function meetingKey(
  organisation: OrganisationId,
  year: number,
  meeting: MeetingId,
): DocumentKey {
  return factsKey({ kind: 'meeting', organisation, year, meeting });
}
