import type {
  CampaignId,
  CaseId,
  CriteriaFramework,
  Decimal,
  EventId,
  FrameworkRef,
  GrievanceFlag,
  GrievanceId,
  Instant,
  LocalDate,
  MeetingId,
  MeetingKind,
  MemberId,
  MemberStatus,
  OrganisationId,
  RatingLevel,
  SignalSource,
} from '#vocabulary';
import type {
  EvidenceRef,
  InspectionPlanFact,
  AppraisalFact,
  Scorecard,
  TallyEvidence,
  TargetFact,
} from '#criteria';
import type { MemberState, OrganisationState } from '#domain';
import type { Steps } from './steps';

/** A published framework version, for evaluation. */
export interface FrameworkDocument {
  readonly kind: 'framework';
  readonly definition?: CriteriaFramework;
}

/** The years of which anything was ever recorded: those in which news of an organisation may matter. */
export interface CalendarDocument {
  readonly kind: 'calendar';
  readonly years: readonly number[];
  /** Of these, the years for which any organisation was ever recognised. */
  readonly recognised: readonly number[];
}

/** All that counts about a member, wherever it happened. */
export interface MemberDocument {
  readonly kind: 'member';
  readonly state: MemberState;
  /** What made each status, by the time it holds from. */
  readonly statusEvents: readonly { readonly since: Instant; readonly event: EvidenceRef }[];
  /** By year and the organisation that rated. */
  readonly ratings: Readonly<Record<string, RatingFact>>;
  /** Signed personal pledges by year and campaign. */
  readonly pledges: Readonly<Record<string, EvidenceRef>>;
  /** Every organisation he or she was ever recorded in: also where a later fact says it never was so. */
  readonly everIn: readonly OrganisationId[];
}

export interface RatingFact {
  readonly level: RatingLevel;
  readonly event: EvidenceRef;
}

/** A member as the organisations he or she belonged to see him or her. */
export interface MemberEntry {
  readonly position: string;
  readonly places: readonly { readonly from: LocalDate; readonly organisation: OrganisationId }[];
  readonly statuses: readonly {
    readonly from: LocalDate;
    readonly status: MemberStatus;
    readonly event?: EvidenceRef;
  }[];
  readonly ratings: Readonly<Record<string, RatingFact>>;
  readonly pledges: Readonly<Record<string, EvidenceRef>>;
}

export interface GrievanceEntry {
  readonly openedOn: LocalDate;
  readonly opened: EvidenceRef;
  readonly flags: readonly GrievanceFlag[];
  readonly resolvedOn?: LocalDate;
}

export interface SignalEntry {
  readonly source: SignalSource;
  readonly receivedAt: Instant;
  readonly imported: boolean;
  readonly event: EvidenceRef;
}

export interface CaseEntry {
  readonly member?: MemberId;
  readonly occurredOn: LocalDate;
  readonly prohibitedThing?: number;
  readonly opened: EvidenceRef;
  readonly signals: readonly SignalEntry[];
  readonly conclusion?: {
    readonly confirmed: boolean;
    readonly remediationRequired: boolean;
    readonly on: LocalDate;
    readonly event: EvidenceRef;
  };
  readonly remediated?: EvidenceRef;
}

/** What holds for an organisation across the years. */
export interface OrganisationDocument {
  readonly kind: 'organisation';
  /** Position of the last event folded into it; the roll-up may have brought later news of members. */
  readonly foldedThrough: string;
  readonly state: OrganisationState;
  readonly members: Readonly<Record<MemberId, MemberEntry>>;
  readonly grievances: Readonly<Record<GrievanceId, GrievanceEntry>>;
  readonly cases: Readonly<Record<CaseId, CaseEntry>>;
  /** The organisation's own rating by year. */
  readonly ratings: Readonly<Record<string, RatingFact>>;
  /** Organisations that have, or once had, this one as their parent. */
  readonly children: readonly OrganisationId[];
}

export interface MeetingEntry {
  readonly held?: {
    readonly kind: MeetingKind;
    readonly startsAt: Instant;
    readonly endsAt: Instant;
    readonly expected: number;
    readonly present: number;
    readonly event: EvidenceRef;
  };
  readonly documents?: { readonly postedAt: Instant; readonly event: EvidenceRef };
  readonly preparation?: { readonly heldAt: Instant; readonly event: EvidenceRef };
  readonly score?: {
    readonly points: Readonly<Record<string, Decimal>>;
    readonly event: EvidenceRef;
  };
  readonly cancelled?: true;
}

export interface PledgeEntry {
  readonly framework: FrameworkRef;
  readonly registered: EvidenceRef;
  readonly signed?: EvidenceRef;
}

export type RecognitionState =
  'GRANTED' | 'REFUSED' | 'REVIEW_REQUIRED' | 'UPHELD' | 'CORRECTED' | 'REVOKED';

export interface RecognitionEntry {
  readonly state: RecognitionState;
  readonly event: EvidenceRef;
}

/** The organisation's own: with what tells whether a later fact has yet to be reviewed. */
export interface OwnRecognition extends RecognitionEntry {
  /** The last grant; later facts put it in question. */
  readonly granted?: EvidenceRef;
  /** Events for which a review was required since that grant. */
  readonly reviewed: readonly EventId[];
}

/** What one organisation recorded in one year, and what its direct children report of theirs. */
export interface YearDocument {
  readonly kind: 'year';
  /** Position of the last event folded into it; absent when only the tree around it brought it about. */
  readonly foldedThrough?: string;
  readonly pledges: Readonly<Record<CampaignId, PledgeEntry>>;
  readonly frozen?: { readonly campaign: CampaignId; readonly framework: FrameworkRef };
  readonly periodClosed?: EvidenceRef;
  readonly targets: Readonly<Record<string, TargetFact>>;
  readonly meetings: Readonly<Record<MeetingId, MeetingEntry>>;
  readonly missedMonths: Readonly<Record<string, EvidenceRef>>;
  readonly missedQuarters: Readonly<Record<string, EvidenceRef>>;
  readonly inspectionPlan?: InspectionPlanFact;
  readonly appraisals: Readonly<Record<string, AppraisalFact>>;
  readonly selfScores: Readonly<
    Record<string, { readonly points: Decimal; readonly event: EvidenceRef }>
  >;
  readonly recognition?: OwnRecognition;
  /** Kept by the roll-up: the summaries of direct children, and the organisations this one reports to. */
  readonly children: Readonly<Record<OrganisationId, ChildSummary>>;
  readonly reportedTo: readonly OrganisationId[];
  /** Organisations above that count this one under their framework, whether or not anything was recorded here. */
  readonly demandedBy: Readonly<Record<OrganisationId, Demand>>;
  readonly lineage: readonly OrganisationId[];
}

export interface Demand {
  /** The date on which those below are counted. */
  readonly census: LocalDate;
  /** The parent on that date, which handed the demand on. */
  readonly via: OrganisationId;
}

/** A stretch of calendar dates; without `to`, to the end of the year. */
export interface Stretch {
  readonly from: LocalDate;
  /** Exclusive. */
  readonly to?: LocalDate;
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
  readonly steps: Steps;
  readonly evidence: Readonly<Partial<Record<TallyEvidence, readonly EvidenceRef[]>>>;
  readonly recognition?: RecognitionEntry;
  readonly rating?: RatingFact;
}

export type FactsDocument =
  CalendarDocument | FrameworkDocument | MemberDocument | OrganisationDocument | YearDocument;

/** What readers see: the scorecard of an organisation and year, and what they filter by. */
export interface ScorecardDocument {
  readonly organisation: OrganisationId;
  readonly year: number;
  readonly organisationKind?: string;
  readonly organisationType?: string;
  /** The organisation and its ancestors as of 31 December of the year. */
  readonly lineage: readonly OrganisationId[];
  readonly campaign?: CampaignId;
  readonly outcome: Scorecard['outcome'];
  readonly failedRules: readonly string[];
  readonly failedGoods: readonly string[];
  readonly recognition?: RecognitionEntry;
  /** Later events that contradicted the recognition that stands, in the order recorded. */
  readonly causes: readonly EvidenceRef[];
  /** Whether any of them still waits for its review to be required. */
  readonly reviewDue: boolean;
  readonly scorecard: Scorecard;
  /** Position of the last event that counted. */
  readonly basedOn: string;
}
