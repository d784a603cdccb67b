import type { Fact } from '../shared/event';
import type { EnteredFor } from '../shared/entered-for';
import type {
  CaseId,
  ComplaintOutcome,
  DisciplineForm,
  LocalDate,
  MemberId,
  OrganisationId,
  Sealed,
  SignalSource,
} from '#vocabulary';

/** Every event of a case says to whom the violation is attributed: the organisation of then. */
interface AboutCase {
  readonly case: CaseId;
  readonly organisation: OrganisationId;
  readonly member?: MemberId;
}

/** Texts of the case, sealed under a key of its own. */
interface WithTexts {
  readonly sealed?: Sealed;
}

export type CaseEvent =
  | Fact<
      'CaseOpened',
      AboutCase &
        WithTexts & {
          readonly occurredOn: LocalDate;
          /** 1–19, when a prohibited thing is alleged. */
          readonly prohibitedThing?: number;
          /** The body that opened it; none where an operator entered it for nobody. */
          readonly openedFor?: OrganisationId;
        }
    >
  | Fact<'SignalReceived', AboutCase & { readonly source: SignalSource }>
  /** `openedBy`, by id: may not decide the complaint. `openedFor`: the body that inspects. */
  | Fact<
      'InspectionOpened',
      AboutCase & EnteredFor & { readonly openedBy?: string; readonly openedFor?: OrganisationId }
    >
  | Fact<'ExplanationSubmitted', AboutCase & WithTexts>
  | Fact<
      'ConclusionReached',
      AboutCase &
        WithTexts &
        EnteredFor & {
          readonly confirmed: boolean;
          readonly remediationRequired: boolean;
          /** Who concluded, by id: may not decide the complaint. */
          readonly concludedBy?: string;
        }
    >
  /** `proposedBy`, by id: may not decide the complaint. */
  | Fact<
      'DisciplineProposed',
      AboutCase & EnteredFor & { readonly form: DisciplineForm; readonly proposedBy?: string }
    >
  | Fact<
      'DisciplineDecided',
      AboutCase &
        EnteredFor & {
          readonly form: DisciplineForm;
          readonly decidedBy: OrganisationId;
          /** Who decided for that body, by id: may not decide the complaint. */
          readonly signedBy?: string;
          /** The last day on which it is announced in time. */
          readonly announceBy?: LocalDate;
        }
    >
  /** `endsOn`: the day on which the discipline ends, when nothing comes between. */
  | Fact<'DisciplineAnnounced', AboutCase & { readonly endsOn?: LocalDate }>
  | Fact<'ComplaintFiled', AboutCase>
  /** `form` is the discipline that stands from now on: absent when annulled. */
  | Fact<
      'ComplaintResolved',
      AboutCase &
        EnteredFor & {
          readonly outcome: ComplaintOutcome;
          readonly form?: DisciplineForm;
          /** Of an annulled decision: whether there was a violation all the same; it was, where nothing is said. */
          readonly violationStands?: boolean;
          readonly decidedBy: OrganisationId;
          readonly signedBy?: string;
          /** When changed: what was decided is to be announced anew, by this day. */
          readonly announceBy?: LocalDate;
        }
    >
  | Fact<'RemediationPlanFiled', AboutCase>
  | Fact<'RemediationCompleted', AboutCase>
  | Fact<'DisciplineExpired', AboutCase>
  | Fact<'RightsRestored', AboutCase>
  /** `duplicateOf`: the case about the same, which counts instead. */
  | Fact<'CaseClosed', AboutCase & { readonly duplicateOf?: CaseId }>;
