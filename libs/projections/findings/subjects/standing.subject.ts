import { localDateOf } from '#vocabulary';
import type { OrganisationId, RatingLevel } from '#vocabulary';
import { TARGETS, targetsProjection } from '../../targets';
import type { TargetDocument } from '../../targets';
import { documentsOf } from '../../facts';
import type { KeptFact } from '../../facts';
import type { OrganisationSubject } from './organisation.subject';
import type { YearSubject } from './year.subject';

/** How an organisation stood in one year: among its children, with its cases, and what it came to. */
export interface StandingSubject {
  readonly organisation: OrganisationId;
  readonly year: number;
  readonly own: OrganisationSubject;
  readonly ofYear: YearSubject;
  /** None while it is not rated. */
  readonly targets: readonly TargetDocument[];
  /** Those it has and those it once had. */
  readonly children: readonly OrganisationSubject[];
}

export function targetsIn(facts: readonly KeptFact[]): readonly TargetDocument[] {
  return documentsOf<TargetDocument>(targetsProjection, TARGETS, facts);
}

export function isBetterThanFailed(level: RatingLevel | null | undefined): level is RatingLevel {
  return level !== null && level !== undefined && level !== 'FAILED';
}

export function isInYear({ effectiveAt }: KeptFact, year: number): boolean {
  return localDateOf(effectiveAt).startsWith(String(year));
}
