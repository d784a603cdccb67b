import { InputType } from '@nestjs/graphql';
import type { GrievanceFlag } from '#vocabulary';
import { GrievanceFlagEnum } from '../../graphql/vocabulary';
import { CommandInput, EnumField, EnumListField, IdField } from '../shared';

@InputType({ isAbstract: true })
abstract class GrievanceCommandInput extends CommandInput {
  @IdField('The grievance.')
  readonly grievance!: string;
}

@InputType({ description: 'A complaint of citizens about an organisation.' })
export class OpenGrievanceInput extends GrievanceCommandInput {
  @IdField('The organisation.')
  readonly organisation!: string;

  @EnumListField(GrievanceFlagEnum, 'What makes it weigh, as known now.')
  readonly flags!: GrievanceFlag[];
}

@InputType({ description: 'A grievance turns out to weigh.' })
export class FlagGrievanceInput extends GrievanceCommandInput {
  @EnumField(GrievanceFlagEnum, 'What makes it weigh.')
  readonly flag!: GrievanceFlag;
}

@InputType({ description: 'A grievance is resolved.' })
export class ResolveGrievanceInput extends GrievanceCommandInput {}
