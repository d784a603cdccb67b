import type {
  AppraisalResult,
  CampaignId,
  Decimal,
  EventId,
  GrievanceFlag,
  Instant,
  MeetingId,
  MeetingKind,
  MeetingLevel,
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
 * Whatever an organisation may record without limit comes as tallies: they grow with its direct
 * children, and neither with what it records nor with the members below it.
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
  readonly targets: TargetTally;
  readonly meetings: MeetingTally;
  readonly missedMonths: readonly { readonly month: number; readonly event: EvidenceRef }[];
  readonly missedQuarters: readonly { readonly quarter: number; readonly event: EvidenceRef }[];
  readonly inspectionPlan?: InspectionPlanTally;
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

/** The events behind a count: the earliest first, and no more than `EVIDENCE_LIMIT`. */
export type EvidenceRefs = readonly EvidenceRef[];

/** The targets assigned to the organisation for the year. */
export interface TargetTally {
  readonly total: number;
  readonly unconfirmed: number;
  /** Confirmed as reached, or better. */
  readonly met: number;
  /** Confirmed as better than assigned. */
  readonly exceeded: number;
  /** Of each target its confirmation, or else its assignment. */
  readonly evidence: EvidenceRefs;
}

/** Meetings of the organisation held in the year (neither merely scheduled nor cancelled), as the framework judges them. */
export interface MeetingTally {
  /** Months (1–12) with a regular meeting, valid or not. */
  readonly monthsHeld: readonly number[];
  /** Months with a valid regular meeting, quarters (1–4) with a valid thematic one. */
  readonly validMonths: readonly number[];
  readonly validQuarters: readonly number[];
  /** Regular meetings, valid or not; of these: with a final score, with a preparatory meeting before them. */
  readonly regular: number;
  readonly scored: number;
  readonly prepared: number;
  /** Attendances at regular meetings, and those expected. */
  readonly present: number;
  readonly expected: number;
  /** Regular meetings by final level; none has one without a scale. */
  readonly levels: Readonly<Record<MeetingLevel, number>>;
  readonly evidence: Readonly<Record<MeetingEvidence, CountedEvidence>>;
}

export const MEETING_EVIDENCE = [
  'validRegular',
  'validThematic',
  'regular',
  /** Of each regular meeting its score, or else that it was held. */
  'scoring',
  /** Of each regular meeting its preparation, or else that it was held. */
  'preparation',
  'scores',
] as const;
export type MeetingEvidence = (typeof MEETING_EVIDENCE)[number];

/** The events behind a count, and how many there are, listed or not. */
export interface CountedEvidence {
  readonly refs: EvidenceRefs;
  readonly total: number;
}

/** The inspection and supervision plan of the year. */
export interface InspectionPlanTally {
  readonly adopted: EvidenceRef;
  readonly items: number;
  readonly done: number;
  /** Of each item that it was done. */
  readonly evidence: EvidenceRefs;
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
  /** Violations that occurred in the year, by the source of their first signal of all, SELF left out. */
  readonly detectedBy: readonly DetectionTally[];
  /** Confirmed conclusions of the year that demand remediation, without its completion. */
  readonly unremedied: number;
  /** The events behind each count, the earliest first and no more than `EVIDENCE_LIMIT` of each kind. */
  readonly evidence: Readonly<Partial<Record<TallyEvidence, readonly EvidenceRef[]>>>;
  /** How many events there are of a kind, where that is more than what is listed or counted. */
  readonly evidenceTotals?: Readonly<Partial<Record<TallyEvidence, number>>>;
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
  readonly source: SignalSource;
  readonly confirmed: number;
  readonly open: number;
  /** Of both: those whose order rests on the effective dates of imported records. */
  readonly onImportedDates: number;
  /** Of both: those that the organisation reported itself, too, and too late (R-01: flagged). */
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

/** What events are evidence of: each kind has a count of its own. */
export type EvidenceKind = TallyEvidence | 'targets' | 'planItems' | `meetings:${MeetingEvidence}`;
