import type {
  CaseId,
  FrameworkRef,
  LocalDate,
  MeetingId,
  MemberId,
  OrganisationId,
} from '#vocabulary';
import { documentId } from '#projection-engine';
import type { DocumentKey } from '#projection-engine';

export const FINDING_FACTS = 'finding-facts';
export const FINDINGS = 'findings';
export const FINDING_MEETINGS = 'finding-meetings';

/** Of whom or what facts are kept together. */
export type FactsSubject =
  | { readonly kind: 'meeting'; readonly meeting: MeetingId }
  | { readonly kind: 'case'; readonly case: CaseId }
  | {
      /** An organisation itself, the cases it has, and those in which a discipline was decided. */
      readonly kind: 'organisation' | 'cases' | 'disciplines';
      readonly organisation: OrganisationId;
    }
  | {
      /** The meetings of a year, its targets, its members' ratings, what names its framework, and all else, so that none is read for another. */
      readonly kind: 'year' | 'meetings' | 'targets' | 'ratings' | 'framework-of-year';
      readonly organisation: OrganisationId;
      readonly year: number;
    }
  | {
      readonly kind: 'rating';
      readonly organisation: OrganisationId;
      readonly year: number;
      readonly member: MemberId;
    }
  | {
      /** Cases about the same member or organisation, the same day and the same thing. */
      readonly kind: 'alike';
      readonly whose: MemberId | OrganisationId;
      readonly occurredOn: LocalDate;
      /** 0 where none is alleged. */
      readonly thing: number;
    }
  /** The ratings of a member for a year, by whichever organisation. */
  | { readonly kind: 'ratings-of-member'; readonly member: MemberId; readonly year: number }
  | { readonly kind: 'framework'; readonly framework: FrameworkRef };

export function factsKey(subject: FactsSubject): DocumentKey {
  return { collection: FINDING_FACTS, id: documentId(subject.kind, ...partsOf(subject)) };
}

/** Of the meetings of a year in which there are many. */
export function meetingsKey(year: number, organisation: OrganisationId): DocumentKey {
  return { collection: FINDING_MEETINGS, id: documentId(year, organisation) };
}

export function findingKey(id: string): DocumentKey {
  return { collection: FINDINGS, id };
}

function partsOf(subject: FactsSubject): readonly (string | number)[] {
  switch (subject.kind) {
    case 'meeting':
      return [subject.meeting];
    case 'case':
      return [subject.case];
    case 'organisation':
    case 'cases':
    case 'disciplines':
      return [subject.organisation];
    case 'year':
    case 'meetings':
    case 'targets':
    case 'ratings':
    case 'framework-of-year':
      return [subject.year, subject.organisation];
    case 'rating':
      return [subject.year, subject.organisation, subject.member];
    case 'alike':
      return [subject.whose, subject.occurredOn, subject.thing];
    case 'ratings-of-member':
      return [subject.year, subject.member];
    case 'framework':
      return [subject.framework.id, subject.framework.version];
  }
}

/** The subject that a key was made of. */
export function subjectOf({ id }: DocumentKey): FactsSubject {
  const [kind, first = '', second = '', third = ''] = id.split('/').map(decodeURIComponent);
  switch (kind) {
    case 'meeting':
      return { kind, meeting: first };
    case 'case':
      return { kind, case: first };
    case 'organisation':
    case 'cases':
    case 'disciplines':
      return { kind, organisation: first };
    case 'year':
    case 'meetings':
    case 'targets':
    case 'ratings':
    case 'framework-of-year':
      return { kind, organisation: second, year: Number(first) };
    case 'rating':
      return { kind, organisation: second, year: Number(first), member: third };
    case 'alike':
      return { kind, whose: first, occurredOn: second, thing: Number(third) };
    case 'ratings-of-member':
      return { kind, member: second, year: Number(first) };
    case 'framework':
      return { kind, framework: { id: first, version: Number(second) } };
    default:
      throw new TypeError(`Not a key of the findings' facts: ${id}`);
  }
}
