import type { RatingLevel } from '#vocabulary';

/** What a decision looks at of a scorecard; how one comes about is not for the domain to know. */
export interface DecisiveScorecard {
  readonly outcome: 'ELIGIBLE' | 'NOT_ELIGIBLE' | 'PENDING' | 'NOT_PLEDGED';
  readonly goods: readonly {
    readonly code: string;
    readonly conditions: readonly DecisiveCondition[];
  }[];
  readonly points?: { readonly status: 'MET' | 'FAILED' | 'PENDING' };
  readonly members: { readonly byLevel: Readonly<Record<RatingLevel, number>> };
}

export interface DecisiveCondition {
  readonly id: string;
  readonly rule?: string;
  readonly kind: 'HARD' | 'KNOCK_OUT' | 'APPRAISED' | 'POINTS' | 'UNFILLED';
  readonly status: 'MET' | 'FAILED' | 'PENDING' | 'NOT_APPLICABLE';
}
