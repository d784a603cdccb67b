import type { OrganisationId } from '#vocabulary';
import { documentId } from '#projection-engine';
import type { CollectionSpec, DocumentKey, RecordedFact } from '#projection-engine';

export const FINDING_MEETING_YEARS = 'finding-meeting-years';

/**
 * In which years an organisation ever had a meeting, corrected ones included: whoever changes the past finds every
 * meeting after it, whatever the clock said when it was recorded.
 */
export interface MeetingYearsDocument {
  /** Ascending. */
  readonly years: readonly number[];
}

export const NO_MEETING_YEARS: MeetingYearsDocument = { years: [] };

/** Ahead of the findings after a crash, it names a year too many, which has no meetings by then. */
export const MEETING_YEARS: CollectionSpec = { name: FINDING_MEETING_YEARS, indexes: [] };

export function meetingYearsKey(organisation: OrganisationId): DocumentKey {
  return { collection: FINDING_MEETING_YEARS, id: documentId(organisation) };
}

export function meetingYearsKeysOf(event: RecordedFact): readonly DocumentKey[] {
  return event.type === 'MeetingHeld' ? [meetingYearsKey(event.data.organisation)] : [];
}

export function withMeetingOf(
  document: MeetingYearsDocument,
  event: RecordedFact,
): MeetingYearsDocument {
  if (event.type !== 'MeetingHeld' || document.years.includes(event.data.year)) return document;
  return { years: [...document.years, event.data.year].toSorted((a, b) => a - b) };
}
