import type { FrameworkId, LocalDate } from './ids';
import type {
  MeetingLevel,
  OrganisationKind,
  OrganisationLevel,
  RatingLevel,
  SignalSource,
} from './enums';
import type { Label } from './labels';

/** How a metric's value is held against a condition's. */
export const OPERATORS = ['>=', '>', '<=', '<', '=='] as const;
export type Operator = (typeof OPERATORS)[number];

/** A criteria framework as data (criteria.md, section 1), after validation. Immutable once published. */
export interface CriteriaFramework {
  readonly id: FrameworkId;
  readonly version: number;
  readonly title: Label;
  readonly legalBasis: readonly FrameworkLegalBasis[];
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
  readonly extends?: { readonly id: FrameworkId; readonly version: number };
  readonly parameters: FrameworkParameters;
  /** The first that applies to an organisation is its own. */
  readonly profiles: readonly Profile[];
  readonly meetingScale?: MeetingScale;
}

export interface FrameworkLegalBasis {
  readonly number: string;
  readonly date: LocalDate;
  readonly issuer: string;
  readonly title?: string;
}

export interface FrameworkParameters {
  /** `MM-DD`: who counts in denominators. */
  readonly censusDate: string;
  readonly externalSources: readonly SignalSource[];
  readonly selfDetectedExempts: boolean;
  readonly publicationDueDays: number | null;
  readonly closesAfterDays: number;
  readonly ratingQuota: { readonly level: RatingLevel; readonly maxShare: number } | null;
  /** Who decides; whatever it does not name is for any superior. */
  readonly authority?: DecisionAuthority;
}

/** What a framework says of who decides, by what is decided. */
export const AUTHORITY_SUBJECTS = [
  'recognition',
  'organisationRating',
  'memberRating',
  'meetingScore',
  'targetResult',
] as const;
export type AuthoritySubject = (typeof AUTHORITY_SUBJECTS)[number];

export type DecisionAuthority = { readonly [Subject in AuthoritySubject]?: DecidingBodies };

/** How far above the organisation decided about a deciding body stands; the strictest last. */
export const DECIDING_DISTANCES = ['ANY_SUPERIOR', 'DIRECT_SUPERIOR'] as const;
export type DecidingDistance = (typeof DECIDING_DISTANCES)[number];

/** Bodies that may decide: all that is said must hold of one, as it was on the day of the decision. */
export interface DecidingBodies {
  readonly kinds?: readonly OrganisationKind[];
  readonly levels?: readonly OrganisationLevel[];
  /** Absent, an organisation also rates its own members. */
  readonly distance?: DecidingDistance;
}

export interface Profile {
  readonly appliesTo: {
    readonly kinds: readonly OrganisationKind[];
    /** Organisation types, or `*` for all. */
    readonly types: readonly string[];
  };
  readonly goods: readonly Good[];
  readonly points?: { readonly minimum: number };
}

export interface Good {
  readonly code: string;
  readonly label: Label;
  readonly conditions: readonly Condition[];
}

interface ConditionBase {
  readonly id: string;
  readonly label: Label;
  readonly rule?: string;
}

export type Condition = ConditionBase &
  (
    | {
        readonly kind: 'HARD';
        readonly metric: string;
        readonly params?: MetricParams;
        readonly op: Operator;
        readonly value: number;
      }
    | { readonly kind: 'KNOCK_OUT'; readonly metric: string; readonly params?: MetricParams }
    | { readonly kind: 'APPRAISED' }
    | { readonly kind: 'POINTS'; readonly maxPoints: number }
    | { readonly kind: 'UNFILLED' }
  );

export type ConditionKind = Condition['kind'];

/** Which of them a metric takes is the metric's own declaration. */
export interface MetricParams {
  readonly flags?: readonly string[];
  readonly level?: string;
}

export interface MeetingScale {
  readonly groups: readonly { readonly code: string; readonly maxPoints: number }[];
  /** Best first. */
  readonly bands: readonly MeetingBand[];
  readonly validity?: MeetingValidity;
}

interface MeetingLength {
  readonly minimumMinutes?: number;
  readonly minimumMinutesCombined?: number;
}

/** When a meeting held counts for its month or quarter. */
export interface MeetingValidity extends MeetingLength {
  readonly documentsDaysBefore?: number;
  /** What a meeting needs instead where no more members than these were expected. */
  readonly smallCells?: MeetingLength & { readonly expectedAtMost: number };
}

export interface MeetingBand {
  readonly level: MeetingLevel;
  readonly min: number;
  /** Groups that must have their maximum, else the next band applies. */
  readonly requiresMaximumOn?: readonly string[];
}
