import type { Fact } from '../shared/event';
import type {
  CaseId,
  ComplaintOutcome,
  DisciplineForm,
  LocalDate,
  MemberId,
  OrganisationId,
  SignalSource,
} from '#vocabulary';

/** Every event of a case says to whom the violation is attributed: the organisation of then. */
interface OfCase {
  readonly case: CaseId;
  readonly organisation: OrganisationId;
  readonly member?: MemberId;
}

export type CaseEvent =
  | Fact<
      'CaseOpened',
      OfCase & {
        readonly occurredOn: LocalDate;
        /** 1–19, when a prohibited thing is alleged. */
        readonly prohibitedThing?: number;
      }
    >
  | Fact<'SignalReceived', OfCase & { readonly source: SignalSource }>
  /** `openedBy`, by id: may not decide the complaint. */
  | Fact<'InspectionOpened', OfCase & { readonly openedBy?: string }>
  | Fact<'ExplanationSubmitted', OfCase>
  | Fact<
      'ConclusionReached',
      OfCase & {
        readonly confirmed: boolean;
        readonly remediationRequired: boolean;
        /** Who concluded, by id: may not decide the complaint. */
        readonly concludedBy?: string;
      }
    >
  /** `proposedBy`, by id: may not decide the complaint. */
  | Fact<
      'DisciplineProposed',
      OfCase & { readonly form: DisciplineForm; readonly proposedBy?: string }
    >
  | Fact<
      'DisciplineDecided',
      OfCase & {
        readonly form: DisciplineForm;
        readonly decidedBy: OrganisationId;
        /** Who decided for that body, by id: may not decide the complaint. */
        readonly signedBy?: string;
        /** The last day on which it is announced in time. */
        readonly announceBy?: LocalDate;
      }
    >
  /** `endsOn`: the day on which the discipline ends, when nothing comes between. */
  | Fact<'DisciplineAnnounced', OfCase & { readonly endsOn?: LocalDate }>
  | Fact<'ComplaintFiled', OfCase>
  /** `form` is the discipline that stands from now on: absent when annulled. */
  | Fact<
      'ComplaintResolved',
      OfCase & {
        readonly outcome: ComplaintOutcome;
        readonly form?: DisciplineForm;
        readonly decidedBy: OrganisationId;
        readonly signedBy?: string;
        /** When changed: what was decided is to be announced anew, by this day. */
        readonly announceBy?: LocalDate;
      }
    >
  | Fact<'RemediationPlanFiled', OfCase>
  | Fact<'RemediationCompleted', OfCase>
  | Fact<'DisciplineExpired', OfCase>
  | Fact<'RightsRestored', OfCase>
  | Fact<'CaseClosed', OfCase>;
