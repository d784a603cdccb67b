import { InputType } from '@nestjs/graphql';
import type { TargetDirection } from '#vocabulary';
import { TargetDirectionEnum } from '../graphql/vocabulary';
import {
  CommandFields,
  CommandInput,
  DecimalField,
  EnumField,
  IdField,
  NestedListField,
  TextField,
  YearField,
} from './shared';

@InputType({ description: 'One item of an inspection and supervision plan.' })
export class InspectionPlanItemInput {
  @IdField('Its code, unique in the plan.')
  readonly code!: string;

  @TextField('What is to be inspected.')
  readonly title!: string;
}

@InputType({ isAbstract: true })
abstract class TargetFields extends CommandFields {
  @IdField('The organisation.')
  readonly organisation!: string;

  @YearField()
  readonly year!: number;
}

@CommandInput('AssignTarget', 'A target (chỉ tiêu) is assigned to an organisation for a year.')
export class AssignTargetInput extends TargetFields {
  @IdField('The code of the target, unique for the organisation and year.')
  readonly code!: string;

  @TextField('What is to be reached.')
  readonly title!: string;

  @TextField('The unit of the figures.', { max: 100 })
  readonly unit!: string;

  @DecimalField('The figure to be reached.')
  readonly assigned!: string;

  @EnumField(TargetDirectionEnum, 'On which side of the figure the target is met.')
  readonly direction!: TargetDirection;
}

@CommandInput('ReportTargetProgress', 'How far a target is.')
export class ReportTargetProgressInput extends TargetFields {
  @IdField('The code of the target.')
  readonly code!: string;

  @DecimalField('What was reached so far.')
  readonly achieved!: string;
}

@CommandInput('ConfirmTargetResult', 'The result of a target for the year, confirmed.')
export class ConfirmTargetResultInput extends TargetFields {
  @IdField('The code of the target.')
  readonly code!: string;

  @DecimalField('What was reached.')
  readonly achieved!: string;
}

@CommandInput(
  'AdoptInspectionPlan',
  'The inspection and supervision plan of an organisation for a year.',
)
export class AdoptInspectionPlanInput extends TargetFields {
  @NestedListField(() => InspectionPlanItemInput, 'Its items.', { max: 1_000 })
  readonly items!: InspectionPlanItemInput[];
}

@CommandInput('CompleteInspectionPlanItem', 'An item of the plan is carried out.')
export class CompleteInspectionPlanItemInput extends TargetFields {
  @IdField('The code of the item.')
  readonly item!: string;
}
