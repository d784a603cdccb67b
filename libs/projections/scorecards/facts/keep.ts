import type { Correction, DocumentKey, RecordedFact } from '#projection-engine';
import { emptyCalendar, withYear } from './calendar.facts';
import type { CalendarDocument } from './calendar.facts';
import { caseParts, unknownCase } from './case.facts';
import type { CaseDocument } from './case.facts';
import { frameworkParts } from './framework.facts';
import type { FrameworkDocument } from './framework.facts';
import { grievanceParts, unknownGrievance } from './grievance.facts';
import type { GrievanceDocument } from './grievance.facts';
import type { AnyPart } from './kept';
import { calendarKey, factsKey, subjectOf } from './keys';
import type { FactsSubject } from './keys';
import { meetingParts, unknownMeeting } from './meeting.facts';
import type { MeetingDocument } from './meeting.facts';
import { memberParts, unknownMemberDocument } from './member.facts';
import type { MemberDocument } from './member.facts';
import { organisationParts, unknownOrganisationDocument } from './organisation.facts';
import type { OrganisationDocument } from './organisation.facts';
import { planItemParts, targetParts, unknownPlanItem, unknownTarget } from './target.facts';
import type { PlanItemDocument, TargetDocument } from './target.facts';
import { emptyYearDocument, yearParts } from './year.facts';
import type { YearDocument } from './year.facts';

export type FactsDocument =
  | CalendarDocument
  | FrameworkDocument
  | MemberDocument
  | GrievanceDocument
  | CaseDocument
  | MeetingDocument
  | TargetDocument
  | PlanItemDocument
  | OrganisationDocument
  | YearDocument;

/** What documents of each kind keep; the calendar is told by all that is kept of a year. */
const PARTS: Readonly<Record<FactsSubject['kind'], readonly AnyPart[]>> = {
  calendar: [],
  framework: frameworkParts,
  member: memberParts,
  grievance: grievanceParts,
  case: caseParts,
  meeting: meetingParts,
  target: targetParts,
  'plan-item': planItemParts,
  organisation: organisationParts,
  year: yearParts,
};

const ALL_PARTS = Object.values(PARTS).flat();
const NONE: readonly AnyPart[] = [];

/** The parts that take events of a type, whichever document they are of. */
const PARTS_BY_TYPE: ReadonlyMap<string, readonly AnyPart[]> = new Map(
  ALL_PARTS.flatMap(({ types }) => types).map((type) => [
    type,
    ALL_PARTS.filter(({ types }) => types.includes(type)),
  ]),
);

/** Whether anything is kept of events of this type. */
export function isKept({ type }: RecordedFact): boolean {
  return PARTS_BY_TYPE.has(type);
}

/** Which documents keep an event, told from the event alone. */
export function keysOf(event: RecordedFact): readonly DocumentKey[] {
  const parts = PARTS_BY_TYPE.get(event.type) ?? NONE;
  const keys = parts.flatMap((part) => part.subjectsOf(event)).map(factsKey);
  return parts.some((part) => yearParts.includes(part)) ? [...keys, calendarKey] : keys;
}

export function initial(key: DocumentKey): FactsDocument {
  const subject = subjectOf(key);
  switch (subject.kind) {
    case 'calendar':
      return emptyCalendar;
    case 'framework':
      return { kind: 'framework' };
    case 'member':
      return unknownMemberDocument(subject.member);
    case 'grievance':
      return unknownGrievance(subject.organisation);
    case 'case':
      return unknownCase(subject.organisation);
    case 'meeting':
      return unknownMeeting(subject);
    case 'target':
      return unknownTarget(subject);
    case 'plan-item':
      return unknownPlanItem(subject);
    case 'organisation':
      return unknownOrganisationDocument;
    case 'year':
      return emptyYearDocument;
  }
}

export function keep(document: object, event: RecordedFact, key: DocumentKey): object {
  const subject = subjectOf(key);
  if (subject.kind === 'calendar') return withYear(document as CalendarDocument, event);
  const kept = PARTS[subject.kind].reduce(
    (body, part) => part.keep(body, event, subject),
    document,
  );
  return foldedThrough(kept, event.position);
}

/** Clears what the wrong event's stream said, and keeps anew what stands of it. */
export function keepCorrected(
  document: object,
  { withdrawn, standing, position }: Correction,
  key: DocumentKey,
): object {
  const subject = subjectOf(key);
  const parts = PARTS[subject.kind].filter((part) => part.isTaken(withdrawn));
  const concerns = (part: AnyPart, event: RecordedFact): boolean =>
    part.subjectsOf(event).some((named) => factsKey(named).id === key.id);
  const corrected = parts.reduce(
    (body, part) =>
      standing
        .filter((event) => concerns(part, event))
        .reduce(
          (kept, event) => part.keep(kept, event, subject),
          part.without(body, withdrawn, subject),
        ),
    document,
  );
  return foldedThrough(corrected, position);
}

/** The roll-up may bring later news to a year: so it says itself what was folded into it. */
function foldedThrough(document: object, position: bigint): object {
  return isYear(document) ? { ...document, foldedThrough: position.toString() } : document;
}

export function isYear(document: object): document is YearDocument {
  return 'kind' in document && document.kind === 'year';
}
