import { applyDecorators } from '@nestjs/common';
import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, IsString, ValidateNested } from 'class-validator';
import { DateTimeScalar, PositionScalar } from '../graphql/scalars';
import { AtLeastArgs, ForwardPageArgs, PageArgs } from '../queries/shared/page.args';

@InputType('AsOfInput', {
  description: 'A moment of the log: either a position or a time of recording.',
})
export class AsOfInput {
  @Field(() => PositionScalar, {
    nullable: true,
    description: 'What was known once everything up to this position was recorded.',
  })
  @IsOptional()
  @IsString()
  readonly position?: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'What was known at this time, by what had been recorded then.',
  })
  @IsOptional()
  @IsString()
  readonly recordedAt?: string;
}

/** The argument of a query that can be answered as of a moment. */
function AsOf() {
  return applyDecorators(
    Field(() => AsOfInput, {
      nullable: true,
      description:
        'Answers with what was known then, by the tree of then; who may see it is as now.',
    }),
    IsOptional(),
    ValidateNested(),
    Type(() => AsOfInput),
  );
}

@ArgsType()
export abstract class AsOfArgs extends AtLeastArgs {
  @AsOf()
  readonly asOf?: AsOfInput;
}

/** Of a list. */
@ArgsType()
export abstract class AsOfPageArgs extends PageArgs {
  @AsOf()
  readonly asOf?: AsOfInput;
}

/** Of a list that is read from its beginning alone. */
@ArgsType()
export abstract class AsOfForwardPageArgs extends ForwardPageArgs {
  @AsOf()
  readonly asOf?: AsOfInput;
}
