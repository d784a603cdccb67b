import type {
  CaseId,
  ComplaintOutcome,
  DisciplineForm,
  EventId,
  LocalDate,
  MemberId,
  OrganisationId,
  Sealed,
  SignalSource,
} from '#vocabulary';
import type { Discipline } from '#domain';
import type { EventRef, Grounded } from '#projection-engine';

/** How far a case has come; it only goes forward. */
export const CASE_STATES = [
  'OPENED',
  'UNDER_INSPECTION',
  'CONCLUDED',
  'DECIDED',
  'ANNOUNCED',
  'CLOSED',
] as const;
export type CaseProgressState = (typeof CASE_STATES)[number];

export interface CaseSignal {
  readonly source: SignalSource;
  /** Entered from a file: its order of recording says nothing about who spoke first. */
  readonly imported: boolean;
  readonly received: EventRef;
}

export interface CaseConclusion {
  /** Not any more once a complaint about it was found right to the last: there was no violation. */
  readonly confirmed: boolean;
  readonly remediationRequired: boolean;
  readonly concludedBy?: string;
  /** Entered from a file, as a signal may be. */
  readonly imported: boolean;
  readonly reached: EventRef;
}

export interface DisciplineDecision {
  readonly form: DisciplineForm;
  readonly decidedBy: OrganisationId;
  readonly signedBy?: string;
  readonly decided: EventRef;
  readonly announced?: EventRef;
}

export interface CaseComplaint {
  readonly filed: EventRef;
  readonly resolved?: {
    readonly outcome: ComplaintOutcome;
    /** The discipline that stands from then on. */
    readonly form?: DisciplineForm;
    /** Of an annulled decision: whether there was a violation all the same. */
    readonly violationStands?: boolean;
    readonly decidedBy: OrganisationId;
    readonly signedBy?: string;
    readonly event: EventRef;
  };
}

/** A text that was sealed for the event which recorded it. */
export interface SealedText {
  readonly sealed: Sealed;
  readonly event: EventId;
}

/** A case with every date of its life. Confidential: whoever shows it checks the right to see it. */
export interface CaseDocument extends Grounded {
  readonly case: CaseId;
  /** To whom the violation is attributed, wherever the member is now. */
  readonly organisation: OrganisationId;
  /** Null when it is about the organisation itself. */
  readonly member: MemberId | null;
  readonly state: CaseProgressState;
  readonly occurredOn?: LocalDate;
  readonly prohibitedThing?: number;
  readonly opened?: EventRef;
  readonly signals: readonly CaseSignal[];
  readonly inspections: readonly EventRef[];
  readonly explanations: readonly EventRef[];
  readonly conclusion?: CaseConclusion;
  /** Texts of the opening, of explanations in the order of recording, and of the conclusion. */
  readonly sealedSummary?: SealedText;
  readonly sealedExplanations?: readonly SealedText[];
  readonly sealedConclusion?: SealedText;
  readonly proposals: readonly { readonly form: DisciplineForm; readonly proposed: EventRef }[];
  readonly decisions: readonly DisciplineDecision[];
  readonly complaints: readonly CaseComplaint[];
  /** The discipline as it stands after decisions, complaints and the passing of time. */
  readonly discipline: Discipline;
  readonly remediationPlanned?: EventRef;
  readonly remediationCompleted?: EventRef;
  readonly expired?: EventRef;
  readonly rightsRestored?: EventRef;
  readonly closed?: EventRef;
  /** The case that it was closed as the same as, and that counts instead. */
  readonly duplicateOf?: CaseId;
}
