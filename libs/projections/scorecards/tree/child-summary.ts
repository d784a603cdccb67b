import type { LocalDate, OrganisationId } from '#vocabulary';
import type { EvidenceSummary } from '../counts/evidence';
import type { Steps, Stretch } from '../counts/steps';
import type { RatingFact } from '../facts/member.facts';
import type { RecognitionEntry } from '../facts/recognition';

export interface Demand {
  /** The date on which those below are counted. */
  readonly census: LocalDate;
  /** The parent on that date, which handed the demand on. */
  readonly via: OrganisationId;
}

/**
 * All that a parent needs of a direct child and of everything below it: bounded, whatever the
 * number of members, and free of any framework's parameters.
 */
export interface ChildSummary {
  /** Of the last event that counted below. */
  readonly position: string;
  /** When, in the year, the child was the parent's. */
  readonly attached: readonly Stretch[];
  /** From when on it is no active child any more: what it did still counts. */
  readonly endedOn?: LocalDate;
  readonly steps: Steps;
  readonly evidence: EvidenceSummary;
  readonly recognition?: RecognitionEntry;
  readonly rating?: RatingFact;
}
