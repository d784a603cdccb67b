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

  @TextField('The subject of the inspection.')
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

  @TextField('The target in words.')
  readonly title!: string;

  @TextField('The unit of the figures.', { max: 100, lines: false })
  readonly unit!: string;

  @DecimalField('The figure to be reached, in `unit`.')
  readonly assigned!: string;

  @EnumField(
    TargetDirectionEnum,
    'Whether the target is met at or above, or at or below the figure.',
  )
  readonly direction!: TargetDirection;
}

@CommandInput('ReportTargetProgress', 'Progress on a target is reported.')
export class ReportTargetProgressInput extends TargetFields {
  @IdField('The code of the target.')
  readonly code!: string;

  @DecimalField('The figure reached so far, in the unit of the target.')
  readonly achieved!: string;
}

@CommandInput('ConfirmTargetResult', 'The result of a target for the year is confirmed.')
export class ConfirmTargetResultInput extends TargetFields {
  @IdField('The code of the target.')
  readonly code!: string;

  @DecimalField('The figure reached, in the unit of the target.')
  readonly achieved!: string;
}

@CommandInput(
  'AdoptInspectionPlan',
  'The inspection and supervision plan of an organisation for a year is adopted.',
)
export class AdoptInspectionPlanInput extends TargetFields {
  @NestedListField(() => InspectionPlanItemInput, 'The items of the plan.', { max: 1_000 })
  readonly items!: InspectionPlanItemInput[];
}

@CommandInput('CompleteInspectionPlanItem', 'An item of the plan is carried out.')
export class CompleteInspectionPlanItemInput extends TargetFields {
  @IdField('The code of the item.')
  readonly item!: string;
}
