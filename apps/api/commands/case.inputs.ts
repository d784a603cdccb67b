import { InputType } from '@nestjs/graphql';
import type { ComplaintOutcome, DisciplineForm, SignalSource } from '#vocabulary';
import { ComplaintOutcomeEnum, DisciplineFormEnum, SignalSourceEnum } from '../graphql/vocabulary';
import {
  CommandFields,
  BooleanField,
  CommandInput,
  DateField,
  EnumField,
  IdField,
  IntegerField,
  TextField,
} from './shared';

@InputType({ isAbstract: true })
abstract class CaseFields extends CommandFields {
  @IdField('The case.')
  readonly case!: string;
}

@CommandInput(
  'OpenCase',
  'A possible violation, attributed to the organisation of the time it occurred (R-17).',
)
export class OpenCaseInput extends CaseFields {
  @IdField('The organisation it is attributed to.')
  readonly organisation!: string;

  @IdField('The member, unless it is the organisation itself.', { optional: true })
  readonly member?: string;

  @DateField('The date of the alleged act.')
  readonly occurredOn!: string;

  @IntegerField('The number of the prohibited thing (1–19).', {
    optional: true,
    min: 1,
    max: 19,
  })
  readonly prohibitedThing?: number;

  @TextField('What is alleged. It is kept sealed, and is read by those alone who see the case.', {
    optional: true,
    max: 3_500,
  })
  readonly summary?: string;
}

@CommandInput('ReceiveSignal', 'A sign of the violation is reported (R-01).')
export class ReceiveSignalInput extends CaseFields {
  @EnumField(SignalSourceEnum, 'The source of the signal.')
  readonly source!: SignalSource;
}

@CommandInput('OpenInspection', 'An inspection of the case begins.')
export class OpenInspectionInput extends CaseFields {}

@CommandInput('SubmitExplanation', 'The person or organisation concerned explains itself.')
export class SubmitExplanationInput extends CaseFields {
  @TextField('The explanation. It is kept sealed, and is read by those alone who see the case.', {
    optional: true,
    max: 3_500,
  })
  readonly text?: string;
}

@CommandInput('ReachConclusion', 'The inspection concludes.')
export class ReachConclusionInput extends CaseFields {
  @BooleanField('Whether the violation is confirmed.')
  readonly confirmed!: boolean;

  @BooleanField('Whether it must be remedied.')
  readonly remediationRequired!: boolean;

  @TextField(
    'The text of the conclusion. It is kept sealed, and is read by those alone who see the case.',
    {
      optional: true,
      max: 3_500,
    },
  )
  readonly text?: string;
}

@CommandInput('ProposeDiscipline', 'A discipline is proposed to the authority that may decide it.')
export class ProposeDisciplineInput extends CaseFields {
  @EnumField(DisciplineFormEnum, 'The proposed form of discipline.')
  readonly form!: DisciplineForm;
}

@CommandInput('DecideDiscipline', 'A discipline is decided (R-32, R-33).')
export class DecideDisciplineInput extends CaseFields {
  @EnumField(DisciplineFormEnum, 'The decided form of discipline.')
  readonly form!: DisciplineForm;

  @IdField('The organisation that decides.')
  readonly decidedBy!: string;
}

@CommandInput('AnnounceDiscipline', 'A decided discipline is announced (R-23).')
export class AnnounceDisciplineInput extends CaseFields {}

@CommandInput('FileComplaint', 'The disciplined member or organisation complains (R-22).')
export class FileComplaintInput extends CaseFields {}

@CommandInput('ResolveComplaint', 'The complaint is decided (R-28, R-34).')
export class ResolveComplaintInput extends CaseFields {
  @EnumField(ComplaintOutcomeEnum, 'Whether the discipline is upheld, changed or annulled.')
  readonly outcome!: ComplaintOutcome;

  @EnumField(DisciplineFormEnum, 'The form that stands from then on, when it was changed.', {
    optional: true,
  })
  readonly form?: DisciplineForm;

  @BooleanField(
    'Of an annulled discipline, and only of one: whether there was a violation all the same. Where there was none, the case counts as concluded and not confirmed (R-28).',
    { optional: true },
  )
  readonly violationStands?: boolean;

  @IdField('The organisation that decides.')
  readonly decidedBy!: string;
}

@CommandInput('FileRemediationPlan', 'A plan to remedy the violation is filed.')
export class FileRemediationPlanInput extends CaseFields {}

@CommandInput('CompleteRemediation', 'The violation is remedied.')
export class CompleteRemediationInput extends CaseFields {}

@CommandInput('ExpireDiscipline', 'A discipline ends by time (R-20).')
export class ExpireDisciplineInput extends CaseFields {}

@CommandInput('RestoreRights', 'The rights of the disciplined member are restored.')
export class RestoreRightsInput extends CaseFields {}

@CommandInput('CloseCase', 'The case is closed.')
export class CloseCaseInput extends CaseFields {
  @IdField(
    'The case about the same member or organisation, day and thing, which counts instead (R-18). It is named by somebody of a body above.',
    { optional: true },
  )
  readonly duplicateOf?: string;
}
