import { ArgsType, Field } from '@nestjs/graphql';
import { IsOptional, IsString } from 'class-validator';
import { CursorScalar } from '../graphql/scalars';

@ArgsType()
export class AfterArgs {
  @Field(() => CursorScalar, {
    nullable: true,
    description:
      'Begins behind this place: a cursor of a feed or of `history`, or `START` for the first event. From now on when omitted.',
  })
  @IsOptional()
  @IsString()
  readonly after?: string;
}
