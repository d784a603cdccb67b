import type { CaseId, MeetingId, MemberId, OrganisationId } from '#vocabulary';
import type { EventRef } from '#projection-engine';
import type { FindingKind } from './finding-kind';

/** What a finding says, for machines: numbers, and words of the vocabulary. */
export type Figures = Readonly<Record<string, number | string | boolean | null>>;

/** Something an auditor asks for and that is so, with the events behind it. */
export interface Finding {
  readonly kind: FindingKind;
  /** Tells findings of one kind about one subject apart: a member, a month. Empty where there is one. */
  readonly about: string;
  readonly member?: MemberId;
  readonly case?: CaseId;
  readonly meeting?: MeetingId;
  readonly figures: Figures;
  readonly events: readonly EventRef[];
}

export interface FindingDocument extends Finding {
  readonly id: string;
  /** Of the handbook, where it has one. */
  readonly rule: string | null;
  readonly organisation: OrganisationId;
  readonly year: number;
  /** The organisation and all above it, when the last of the events that concerns it was recorded. */
  readonly lineage: readonly OrganisationId[];
}
