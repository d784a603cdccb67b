import type { CaseId, LocalDate, MeetingId, OrganisationId } from '#vocabulary';
import type { EventRef } from '#projection-engine';

export const OBLIGATION_KINDS = [
  'REGULAR_MEETING',
  'THEMATIC_MEETING',
  'PUBLICATION',
  'ANNOUNCEMENT',
  'DISCIPLINE_END',
  'PERIOD_CLOSING',
] as const;
export type ObligationKind = (typeof OBLIGATION_KINDS)[number];

/** `LAPSED`: nothing is awaited any more, as the year is closed or the reason is gone. */
export const OBLIGATION_STATES = ['OPEN', 'FULFILLED', 'OVERDUE', 'LAPSED'] as const;
export type ObligationState = (typeof OBLIGATION_STATES)[number];

/** What was done about it; the meeting where one was held, whether it counts or not. */
export interface FulfilledBy extends EventRef {
  readonly meeting?: MeetingId;
}

/**
 * Something that has to happen by a date. One document for each, also before anybody owes it: which
 * of the facts about it comes first is not certain.
 */
export interface ObligationDocument {
  readonly kind: ObligationKind;
  readonly organisation: OrganisationId;
  readonly year: number;
  /** 1–12 of a regular meeting, 1–4 of a thematic one. */
  readonly period?: number;
  readonly case?: CaseId;
  /** The last day on which it is done in time; the day itself on which a discipline ends. */
  readonly dueOn: LocalDate;
  /** Whether somebody owes it, or did. */
  readonly owed: boolean;
  /** `OPEN` while nobody owes it. */
  readonly state: ObligationState;
  /** Of a year whose pledge was imported: its history may be incomplete, so time is not held against it. */
  readonly imported: boolean;
  /** What made it due. */
  readonly owedSince?: EventRef;
  /** The first of them: what is owed once may be done any number of times. */
  readonly fulfilledBy: readonly FulfilledBy[];
  /** How many more there are. */
  readonly fulfilledAgain: number;
  /** When the passing of its date was recorded. */
  readonly overdue?: EventRef;
  /** What took it away: the end of the organisation, the closing of the year, an annulment. */
  readonly lapsed: readonly EventRef[];
}
