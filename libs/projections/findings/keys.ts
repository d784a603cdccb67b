import type {
  CaseId,
  FrameworkRef,
  GrievanceId,
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
  | { readonly kind: 'grievance'; readonly grievance: GrievanceId }
  | { readonly kind: 'member'; readonly member: MemberId }
  | {
      /**
       * An organisation itself, the cases it has, those in which a discipline was decided, its appraisals, what names
       * its frameworks, and whatever was recorded of it and of no year.
       */
      readonly kind:
        'organisation' | 'cases' | 'disciplines' | 'appraisals' | 'frameworks-of-years' | 'entries';
      readonly organisation: OrganisationId;
    }
  | {
      /**
       * The meetings of a year, its targets, its members' ratings, what names its framework, and all else, so that none
       * is read for another; all of them as they were entered; and who became or ceased to be a member of it.
       */
      readonly kind:
        | 'year'
        | 'meetings'
        | 'targets'
        | 'ratings'
        | 'framework-of-year'
        | 'entries-of-year'
        | 'headcount';
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

export function partsOf(subject: FactsSubject): readonly (string | number)[] {
  switch (subject.kind) {
    case 'meeting':
      return [subject.meeting];
    case 'case':
      return [subject.case];
    case 'grievance':
      return [subject.grievance];
    case 'member':
      return [subject.member];
    case 'organisation':
    case 'cases':
    case 'disciplines':
    case 'appraisals':
    case 'frameworks-of-years':
    case 'entries':
      return [subject.organisation];
    case 'year':
    case 'meetings':
    case 'targets':
    case 'ratings':
    case 'framework-of-year':
    case 'entries-of-year':
    case 'headcount':
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
    case 'grievance':
      return { kind, grievance: first };
    case 'member':
      return { kind, member: first };
    case 'organisation':
    case 'cases':
    case 'disciplines':
    case 'appraisals':
    case 'frameworks-of-years':
    case 'entries':
      return { kind, organisation: first };
    case 'year':
    case 'meetings':
    case 'targets':
    case 'ratings':
    case 'framework-of-year':
    case 'entries-of-year':
    case 'headcount':
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
