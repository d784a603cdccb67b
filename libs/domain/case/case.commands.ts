import type {
  CaseId,
  DisciplineForm,
  LocalDate,
  MemberId,
  OrganisationId,
  SignalSource,
  ComplaintOutcome,
} from '#vocabulary';

interface OfCase {
  readonly case: CaseId;
}

export type CaseCommand =
  | (OfCase & {
      readonly type: 'OpenCase';
      readonly organisation: OrganisationId;
      readonly member?: MemberId;
      readonly occurredOn: LocalDate;
      readonly prohibitedThing?: number;
    })
  | (OfCase & { readonly type: 'ReceiveSignal'; readonly source: SignalSource })
  | (OfCase & { readonly type: 'OpenInspection' })
  | (OfCase & { readonly type: 'SubmitExplanation' })
  | (OfCase & {
      readonly type: 'ReachConclusion';
      readonly confirmed: boolean;
      readonly remediationRequired: boolean;
    })
  | (OfCase & { readonly type: 'ProposeDiscipline'; readonly form: DisciplineForm })
  | (OfCase & {
      readonly type: 'DecideDiscipline';
      readonly form: DisciplineForm;
      readonly decidedBy: OrganisationId;
    })
  | (OfCase & { readonly type: 'AnnounceDiscipline' })
  | (OfCase & { readonly type: 'FileComplaint' })
  | (OfCase & {
      readonly type: 'ResolveComplaint';
      readonly outcome: ComplaintOutcome;
      readonly form?: DisciplineForm;
      readonly decidedBy: OrganisationId;
    })
  | (OfCase & { readonly type: 'FileRemediationPlan' })
  | (OfCase & { readonly type: 'CompleteRemediation' })
  | (OfCase & { readonly type: 'ExpireDiscipline' })
  | (OfCase & { readonly type: 'RestoreRights' })
  | (OfCase & { readonly type: 'CloseCase' });
