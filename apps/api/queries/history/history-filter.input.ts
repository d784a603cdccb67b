import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { RecordedType } from '#domain';
import { EventTypeEnum } from '../../graphql/event-types';
import { DateTimeScalar } from '../../graphql/scalars';

@InputType('HistoryFilter', {
  description: 'Which events; every part narrows, and an empty filter is everything.',
})
export class HistoryFilterInput {
  @Field(() => ID, { nullable: true, description: 'That concern this organisation.' })
  readonly organisation?: string;

  @Field({
    nullable: true,
    description: 'Also those of all below it, as the tree was when each was recorded.',
  })
  readonly includeBelow?: boolean;

  @Field(() => ID, { nullable: true, description: 'That concern this member.' })
  readonly member?: string;

  @Field(() => ID, { nullable: true, description: 'That concern this case.' })
  readonly case?: string;

  @Field(() => ID, { nullable: true, description: 'In this stream.' })
  readonly stream?: string;

  @Field(() => ID, { nullable: true, description: 'That this actor recorded.' })
  readonly actor?: string;

  @Field(() => ID, { nullable: true, description: 'That belong together under this id.' })
  readonly correlation?: string;

  @Field(() => [EventTypeEnum], { nullable: true, description: 'Of these types.' })
  @IsOptional()
  @ArrayMaxSize(200)
  readonly types?: RecordedType[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'Recorded then or later.' })
  readonly recordedFrom?: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Recorded then or earlier.' })
  readonly recordedTo?: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'True then or later.' })
  readonly effectiveFrom?: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'True then or earlier.' })
  readonly effectiveTo?: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Recorded at least so many days after they were true.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000)
  readonly backdatedByAtLeastDays?: number;
}
