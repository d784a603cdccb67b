import { InputType } from '@nestjs/graphql';
import type { GrievanceFlag } from '#vocabulary';
import { GrievanceFlagEnum } from '../graphql/vocabulary';
import { CommandFields, CommandInput, EnumField, EnumListField, IdField } from './shared';

@InputType({ isAbstract: true })
abstract class GrievanceFields extends CommandFields {
  @IdField('The grievance.')
  readonly grievance!: string;
}

@CommandInput('OpenGrievance', 'Citizens complain about an organisation.')
export class OpenGrievanceInput extends GrievanceFields {
  @IdField('The organisation.')
  readonly organisation!: string;

  @EnumListField(GrievanceFlagEnum, 'The flags that make the grievance weigh, as known now.')
  readonly flags!: GrievanceFlag[];
}

@CommandInput('FlagGrievance', 'A grievance is flagged as weighing.')
export class FlagGrievanceInput extends GrievanceFields {
  @EnumField(GrievanceFlagEnum, 'The reason why it weighs.')
  readonly flag!: GrievanceFlag;
}

@CommandInput('ResolveGrievance', 'A grievance is resolved.')
export class ResolveGrievanceInput extends GrievanceFields {}
