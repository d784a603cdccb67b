import type { OrganisationId } from '#vocabulary';
import type { FindingKind } from './finding-kind';
import type { Answer } from './question';

export interface FindingDocument extends Omit<Answer, 'run'> {
  readonly id: string;
  readonly kind: FindingKind;
  /** Of the handbook, where it has one. */
  readonly rule: string | null;
  /** Empty where there is one such finding of a subject at most. */
  readonly about: string;
  readonly organisation: OrganisationId;
  readonly year: number;
  /** The organisation and all above it, when the last of the events that concerns it was recorded. */
  readonly lineage: readonly OrganisationId[];
}
