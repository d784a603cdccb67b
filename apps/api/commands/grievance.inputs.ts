import { InputType } from '@nestjs/graphql';
import type { GrievanceFlag } from '#vocabulary';
import { GrievanceFlagEnum } from '../graphql/vocabulary';
import { CommandFields, CommandInput, EnumField, EnumListField, IdField } from './shared';

@InputType({ isAbstract: true })
abstract class GrievanceFields extends CommandFields {
  @IdField('The grievance.')
  readonly grievance!: string;
}

@CommandInput('OpenGrievance', 'A complaint of citizens about an organisation.')
export class OpenGrievanceInput extends GrievanceFields {
  @IdField('The organisation.')
  readonly organisation!: string;

  @EnumListField(GrievanceFlagEnum, 'What makes it weigh, as known now.')
  readonly flags!: GrievanceFlag[];
}

@CommandInput('FlagGrievance', 'A grievance turns out to weigh.')
export class FlagGrievanceInput extends GrievanceFields {
  @EnumField(GrievanceFlagEnum, 'What makes it weigh.')
  readonly flag!: GrievanceFlag;
}

@CommandInput('ResolveGrievance', 'A grievance is resolved.')
export class ResolveGrievanceInput extends GrievanceFields {}
