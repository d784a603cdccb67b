import { InputType } from '@nestjs/graphql';
import type { ComplaintOutcome, DisciplineForm, SignalSource } from '#vocabulary';
import {
  ComplaintOutcomeEnum,
  DisciplineFormEnum,
  SignalSourceEnum,
} from '../../graphql/vocabulary';
import { BooleanField, CommandInput, DateField, EnumField, IdField, IntegerField } from '../shared';

@InputType({ isAbstract: true })
abstract class CaseCommandInput extends CommandInput {
  @IdField('The case.')
  readonly case!: string;
}

@InputType({
  description:
    'A possible violation, attributed to the organisation of the time it occurred (R-17).',
})
export class OpenCaseInput extends CaseCommandInput {
  @IdField('The organisation it is attributed to.')
  readonly organisation!: string;

  @IdField('The member, unless it is the organisation itself.', { optional: true })
  readonly member?: string;

  @DateField('When it occurred.')
  readonly occurredOn!: string;

  @IntegerField('Which of the things that members must not do (1–19).', {
    optional: true,
    min: 1,
    max: 19,
  })
  readonly prohibitedThing?: number;
}

@InputType({ description: 'Somebody noticed a sign of the violation (R-01).' })
export class ReceiveSignalInput extends CaseCommandInput {
  @EnumField(SignalSourceEnum, 'Who noticed.')
  readonly source!: SignalSource;
}

@InputType({ description: 'An inspection of the case begins.' })
export class OpenInspectionInput extends CaseCommandInput {}

@InputType({ description: 'The one concerned explains.' })
export class SubmitExplanationInput extends CaseCommandInput {}

@InputType({ description: 'The inspection concludes.' })
export class ReachConclusionInput extends CaseCommandInput {
  @BooleanField('Whether the violation is confirmed.')
  readonly confirmed!: boolean;

  @BooleanField('Whether it must be remedied.')
  readonly remediationRequired!: boolean;
}

@InputType({ description: 'A discipline is proposed to the authority that may decide it.' })
export class ProposeDisciplineInput extends CaseCommandInput {
  @EnumField(DisciplineFormEnum, 'Which.')
  readonly form!: DisciplineForm;
}

@InputType({ description: 'A discipline is decided (R-32, R-33).' })
export class DecideDisciplineInput extends CaseCommandInput {
  @EnumField(DisciplineFormEnum, 'Which.')
  readonly form!: DisciplineForm;

  @IdField('The organisation that decides.')
  readonly decidedBy!: string;
}

@InputType({ description: 'The decision is announced (R-23).' })
export class AnnounceDisciplineInput extends CaseCommandInput {}

@InputType({ description: 'The one disciplined complains (R-22).' })
export class FileComplaintInput extends CaseCommandInput {}

@InputType({ description: 'The complaint is decided (R-28, R-34).' })
export class ResolveComplaintInput extends CaseCommandInput {
  @EnumField(ComplaintOutcomeEnum, 'What became of the decision.')
  readonly outcome!: ComplaintOutcome;

  @EnumField(DisciplineFormEnum, 'The form that stands from then on, when it was changed.', {
    optional: true,
  })
  readonly form?: DisciplineForm;

  @IdField('The organisation that decides.')
  readonly decidedBy!: string;
}

@InputType({ description: 'A plan to remedy the violation is filed.' })
export class FileRemediationPlanInput extends CaseCommandInput {}

@InputType({ description: 'The violation is remedied.' })
export class CompleteRemediationInput extends CaseCommandInput {}

@InputType({ description: 'A discipline ends by time (R-20).' })
export class ExpireDisciplineInput extends CaseCommandInput {}

@InputType({ description: 'The rights of the one disciplined are restored.' })
export class RestoreRightsInput extends CaseCommandInput {}

@InputType({ description: 'The case is closed.' })
export class CloseCaseInput extends CaseCommandInput {}
