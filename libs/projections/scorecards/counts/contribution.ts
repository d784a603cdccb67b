import type { EvidenceKind, EvidenceRef, LeftOutMember } from '#criteria';
import type { LocalDate, OrganisationId } from '#vocabulary';
import type { Count } from './count';

/** Whom a denominator leaves out is listed like evidence. */
export type ListedKind = EvidenceKind | 'leftOut';

/** An event behind a count; of a member left out of the denominator also who and why. */
export interface EvidenceEntry extends EvidenceRef, Partial<Omit<LeftOutMember, 'event'>> {
  readonly kind: ListedKind;
}

/** Where and when something counts: from a date on, until another one or for good. */
export interface AppliesTo {
  readonly organisation: OrganisationId;
  /** In this year alone, from its first day if no other is said. */
  readonly year?: number;
  readonly from?: LocalDate;
  /** Exclusive. */
  readonly to?: LocalDate;
}

/** What a kept fact adds to the counts of an organisation, and the events that show it. */
export interface Contribution {
  readonly count: Count;
  /** How many; one, if nothing is said. */
  readonly n?: number;
  readonly appliesTo: AppliesTo;
  readonly evidence: readonly EvidenceEntry[];
}
