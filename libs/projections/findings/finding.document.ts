import type { OrganisationId } from '#vocabulary';
import type { FindingKind } from './finding-kind';
import type { Answer } from './question';

/** Settled: the decision it is about stands no more, the fact was corrected, or the case closed as the same as another. */
export const FINDING_STATES = ['OPEN', 'SETTLED'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

export interface FindingDocument extends Omit<Answer, 'run' | 'month'> {
  readonly id: string;
  readonly kind: FindingKind;
  /** Of the handbook, where it has one. */
  readonly rule: string | null;
  /** Empty where there is one such finding of a subject at most. */
  readonly about: string;
  readonly organisation: OrganisationId;
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  readonly state: FindingState;
  /**
   * No question finds it any more: a correction, or the closing of its case as a duplicate, settled it, and it stays as it
   * was then. The position of that event.
   */
  readonly kept?: string;
  /** Of one that is found again, how it was kept before. */
  readonly earlier?: FindingDocument;
}
