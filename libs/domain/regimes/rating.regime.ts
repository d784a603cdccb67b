import type { RatingLevel } from '#vocabulary';
import type { Regime } from './regime';

/** How a level of the yearly rating is reached, and what stands against it. Shares are of one. */
export interface RatingRegime extends Regime {
  /** Where a rating rests on points: the maximum of each part, and the bands of their sum, best first. */
  readonly points?: {
    readonly general: number;
    readonly results: number;
    readonly bands: readonly RatingBand[];
  };
  /** A member disciplined in the year is `FAILED`, unless that was detected by the cell itself and remedied. */
  readonly memberFailed?: {
    readonly whenDisciplined: true;
    readonly sparesSelfDetectedAndRemedied: boolean;
  };
  /** What makes an organisation `FAILED`. */
  readonly organisationFailed?: {
    readonly whenDisciplined: true;
    readonly disciplinedUnitsAbove: number;
    readonly targetsMetBelow: number;
    readonly whenDisunityConcluded: true;
  };
  /** Whose discipline in the year stands against an organisation's `EXCELLENT`. */
  readonly excellentBlockedBy: readonly DisciplinedSubject[];
}

export interface RatingBand {
  readonly level: RatingLevel;
  /** At least so many points, of general and results together. */
  readonly minimum: number;
}

export type DisciplinedSubject = 'SUBORDINATE_UNIT' | 'LEADING_MEMBER';
