import type {
  AppraisalResult,
  CampaignId,
  Decimal,
  EventId,
  GrievanceFlag,
  Instant,
  MeetingId,
  MeetingKind,
  MemberId,
  OrganisationId,
  OrganisationKind,
  RatingLevel,
  SignalSource,
} from '#vocabulary';

/** An event that decides something: its id and its place in the log (a position, as a decimal string). */
export interface EvidenceRef {
  readonly event: EventId;
  readonly position: string;
}

/**
 * All that is known of one organisation in one year: what `evaluate` looks at, and nothing else.
 * Facts below the organisation come as tallies, so that a committee's facts grow with its direct
 * children and not with the members below it.
 */
export interface OrganisationYearFacts {
  readonly organisation: {
    readonly id: OrganisationId;
    readonly kind: OrganisationKind;
    readonly organisationType: string;
  };
  readonly year: number;
  /** The signed pledge, if there is one that was not withdrawn. */
  readonly pledge?: { readonly campaign: CampaignId; readonly signed: EvidenceRef };
  /** `PeriodClosed` of the organisation for the year. */
  readonly periodClosed?: EvidenceRef;
  readonly targets: readonly TargetFact[];
  /** Meetings held (not merely scheduled, not cancelled). */
  readonly meetings: readonly MeetingFact[];
  readonly missedMonths: readonly { readonly month: number; readonly event: EvidenceRef }[];
  readonly missedQuarters: readonly { readonly quarter: number; readonly event: EvidenceRef }[];
  readonly inspectionPlan?: InspectionPlanFact;
  /** The rating that stands for each year, this one and others, in any order. */
  readonly ratings: readonly {
    readonly year: number;
    readonly level: RatingLevel;
    readonly event: EvidenceRef;
  }[];
  readonly appraisals: Readonly<Record<string, AppraisalFact>>;
  readonly selfScores: Readonly<
    Record<string, { readonly points: Decimal; readonly event: EvidenceRef }>
  >;
  /** The organisation and all below it, as of the framework's census date. */
  readonly subtree: SubtreeTally;
  /** Direct children active on the census date. */
  readonly children: readonly ChildFact[];
}

export interface TargetFact {
  readonly code: string;
  readonly assigned: Decimal;
  readonly direction: 'AT_LEAST' | 'AT_MOST';
  readonly assignedBy: EvidenceRef;
  readonly confirmed?: { readonly achieved: Decimal; readonly event: EvidenceRef };
}

export interface MeetingFact {
  readonly id: MeetingId;
  readonly kind: MeetingKind;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly held: EvidenceRef;
  readonly expected: number;
  readonly present: number;
  readonly documents?: { readonly postedAt: Instant; readonly event: EvidenceRef };
  readonly preparation?: { readonly heldAt: Instant; readonly event: EvidenceRef };
  /** The final score, once confirmed: points by group of the meeting scale. */
  readonly score?: {
    readonly points: Readonly<Record<string, Decimal>>;
    readonly event: EvidenceRef;
  };
}

export interface InspectionPlanFact {
  readonly adopted: EvidenceRef;
  readonly items: readonly { readonly code: string; readonly done?: EvidenceRef }[];
}

export interface AppraisalFact {
  readonly result?: AppraisalResult;
  readonly points?: Decimal;
  readonly event: EvidenceRef;
}

export interface ChildFact {
  readonly organisation: OrganisationId;
  /** Absent while undecided. */
  readonly recognised?: boolean;
  readonly rating?: RatingLevel;
  readonly recognitionEvent?: EvidenceRef;
  readonly ratingEvent?: EvidenceRef;
}

/** Counts over a subtree on one census date. Nothing in it depends on any framework's parameters. */
export interface SubtreeTally {
  readonly members: {
    readonly rateable: number;
    /** Rateable members by the rating that stands for the year; the others are not yet rated. */
    readonly rated: Readonly<Record<RatingLevel, number>>;
    /** Rateable members with a signed personal pledge for the year. */
    readonly pledged: number;
    readonly exempted: number;
    readonly suspended: number;
  };
  /** By exact set of flags. Grievances without any flag are not counted here. */
  readonly grievances: readonly GrievanceTally[];
  readonly prohibitedThings: {
    readonly confirmed: number;
    /** Of the confirmed ones: detected by the organisation itself first, and remedied. */
    readonly selfDetectedAndRemedied: number;
    readonly open: number;
  };
  /** Violations that occurred in the year, by the sources that spoke before any self-detection. */
  readonly detectedBefore: readonly DetectionTally[];
  /** Confirmed conclusions of the year that demand remediation, without its completion. */
  readonly unremedied: number;
  /** The events behind each count, the earliest first and no more than `EVIDENCE_LIMIT` of each kind. */
  readonly evidence: Readonly<Partial<Record<TallyEvidence, readonly EvidenceRef[]>>>;
  /** Members of the organisation itself who are left out of the denominator, and why. */
  readonly leftOut: readonly LeftOutMember[];
}

export interface GrievanceTally {
  readonly flags: readonly GrievanceFlag[];
  /** Opened on or before 31 December and not resolved by then. */
  readonly unresolved: number;
  /** Opened in the year, resolved or not. */
  readonly opened: number;
}

export interface DetectionTally {
  /** Every source other than SELF that has a signal with no SELF signal before it. */
  readonly sources: readonly SignalSource[];
  readonly confirmed: number;
  readonly open: number;
  /** Of both: those whose order rests on the effective dates of imported records. */
  readonly onImportedDates: number;
  /** Of both: those with a SELF signal too, recorded after one of these sources spoke (R-01: flagged). */
  readonly selfDetectedAfterwards?: number;
}

export interface LeftOutMember {
  readonly member: MemberId;
  readonly reason: 'EXEMPTED' | 'SUSPENDED';
  readonly event: EvidenceRef;
}

export const EVIDENCE_LIMIT = 20;

export const TALLY_EVIDENCE = [
  'rated:EXCELLENT',
  'rated:GOOD',
  'rated:COMPLETED',
  'rated:FAILED',
  'memberPledges',
  'grievances:unresolved',
  'grievances:opened',
  'prohibitedThings:confirmed',
  'prohibitedThings:open',
  'detection:confirmed',
  'detection:open',
  'unremedied',
] as const;
export type TallyEvidence = (typeof TALLY_EVIDENCE)[number];
