import type { EvidenceKind, EvidenceRef, LeftOutMember } from '../facts';
import type {
  Label,
  MetricParams,
  Operator,
  Decimal,
  FrameworkRef,
  RatingLevel,
} from '#vocabulary';

export const OUTCOMES = ['ELIGIBLE', 'NOT_ELIGIBLE', 'PENDING', 'NOT_PLEDGED'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const CONDITION_STATUSES = ['MET', 'FAILED', 'PENDING', 'NOT_APPLICABLE'] as const;
export type ConditionStatus = (typeof CONDITION_STATUSES)[number];

export type GoodStatus = 'MET' | 'FAILED' | 'PENDING';

/** An exact figure: `numerator / denominator`, not reduced, so that people read `26/30`. A count has no denominator. */
export interface Figure {
  /** Exact decimal. */
  readonly numerator: Decimal;
  readonly denominator?: number;
}

/** What a metric may still become, given what is not yet known (criteria.md, section 2). */
export interface Interval {
  readonly low: Figure;
  readonly high: Figure;
}

/** What a reader should know besides the figure. Texts are made from these when somebody reads. */
export type ConditionNote =
  | 'RESTS_ON_IMPORTED_DATES'
  | 'SELF_DETECTION_AFTER_EXTERNAL_SIGNAL'
  | 'EVIDENCE_ABRIDGED'
  | 'NOTHING_RECORDED';

export interface ConditionResult {
  readonly id: string;
  readonly rule?: string;
  readonly label: Label;
  readonly kind: 'HARD' | 'KNOCK_OUT' | 'APPRAISED' | 'POINTS' | 'UNFILLED';
  readonly status: ConditionStatus;
  readonly metric?: string;
  readonly params?: MetricParams;
  /** Absent where there is no metric, and where the metric does not apply. */
  readonly interval?: Interval;
  readonly operator?: Operator;
  readonly threshold?: number;
  readonly points?: ConditionPoints;
  /** The events that decide it, the earliest first; of each kind no more than `EVIDENCE_LIMIT`. */
  readonly evidence: readonly EvidenceRef[];
  /** How many there are, where that is more than are listed, and of which kinds. */
  readonly unlisted?: { readonly count: number; readonly kinds: readonly EvidenceKind[] };
  readonly notes: readonly ConditionNote[];
}

export interface ConditionPoints {
  readonly self?: Decimal;
  readonly appraised?: Decimal;
  readonly maximum: number;
}

export interface GoodResult {
  readonly code: string;
  readonly label: Label;
  readonly status: GoodStatus;
  readonly conditions: readonly ConditionResult[];
}

/** The scorecard: the same framework and the same facts always give the same one. Plain JSON. */
export interface Scorecard {
  readonly outcome: Outcome;
  readonly framework?: FrameworkRef;
  /**
   * Empty when not pledged, and when no profile of the framework applies to the organisation: then
   * nothing can be decided, and the outcome is `PENDING`.
   */
  readonly goods: readonly GoodResult[];
  /**
   * Ids of the rules (or, without one, of the conditions) that failed, sorted; `points.minimum` when
   * the points cannot reach the minimum any more.
   */
  readonly failedRules: readonly string[];
  readonly points?: {
    readonly self: Decimal;
    readonly appraised: Interval;
    readonly maximum: number;
    readonly minimum?: number;
    readonly status: GoodStatus;
  };
  readonly members: {
    readonly rateable: number;
    readonly rated: number;
    /** Of these, by the rating that stands for the year. */
    readonly byLevel: Readonly<Record<RatingLevel, number>>;
    readonly exempted: number;
    readonly suspended: number;
    readonly leftOut: readonly LeftOutMember[];
  };
  readonly children?: {
    readonly total: number;
    readonly recognised: number;
    readonly notRecognised: number;
    readonly undecided: number;
    /** By the rating that stands for the year; the others are not yet rated. */
    readonly rated: Readonly<Record<RatingLevel, number>>;
  };
}
