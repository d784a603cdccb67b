import { ArgsType, Field, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { CursorScalar, PositionScalar } from '../../graphql/scalars';
import { DEFAULT_PAGE, MAX_PAGE_SIZE } from './page-size';

@ArgsType()
export abstract class AtLeastArgs {
  @Field(() => PositionScalar, {
    nullable: true,
    description:
      'Waits until this position is counted, for at most two seconds, and then fails with `READ_MODEL_BEHIND`. Pass the position of a receipt to read your own write.',
  })
  @IsOptional()
  @IsString()
  readonly atLeast?: string;
}

@ArgsType()
export abstract class ForwardPageArgs extends AtLeastArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many, counted from the beginning, 1–${MAX_PAGE_SIZE}. Default: ${DEFAULT_PAGE}.`,
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_PAGE_SIZE)
  readonly first?: number;

  @Field(() => CursorScalar, { nullable: true, description: 'Only entries after this cursor.' })
  @IsOptional()
  @IsString()
  readonly after?: string;
}

@ArgsType()
export abstract class PageArgs extends ForwardPageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many, counted from the end, 1–${MAX_PAGE_SIZE}. Not together with \`first\`.`,
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_PAGE_SIZE)
  readonly last?: number;

  @Field(() => CursorScalar, { nullable: true, description: 'Only entries before this cursor.' })
  @IsOptional()
  @IsString()
  readonly before?: string;
}
