import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { RecordedType } from '#domain';
import { EventTypeEnum } from '../../graphql/event-types';
import { DateTimeScalar } from '../../graphql/scalars';

@InputType('HistoryFilter', {
  description:
    'Selects events: every given field narrows the selection, and an empty filter selects all.',
})
export class HistoryFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only events that concern this organisation.' })
  readonly organisation?: string;

  @Field({
    nullable: true,
    description:
      'Includes the events of all organisations below it, by the tree at the time of each recording.',
  })
  readonly includeBelow?: boolean;

  @Field(() => ID, { nullable: true, description: 'Only events that concern this member.' })
  readonly member?: string;

  @Field(() => ID, { nullable: true, description: 'Only events that concern this case.' })
  readonly case?: string;

  @Field(() => ID, { nullable: true, description: 'Only events of this stream.' })
  readonly stream?: string;

  @Field(() => ID, { nullable: true, description: 'Only events that this actor recorded.' })
  readonly actor?: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Only events that were recorded on behalf of this person.',
  })
  readonly onBehalfOf?: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Only events recorded by the organisation or the person they are about (true), or only others (false); what operators and the service recorded for nobody is of others.',
  })
  readonly byBeneficiary?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only events that came from a file (true), or only others (false).',
  })
  readonly imported?: boolean;

  @Field(() => ID, { nullable: true, description: 'Only events with this correlation id.' })
  readonly correlation?: string;

  @Field(() => [EventTypeEnum], { nullable: true, description: 'Only events of these types.' })
  @IsOptional()
  @ArrayMaxSize(200)
  readonly types?: RecordedType[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Only events recorded at this time or later.',
  })
  readonly recordedFrom?: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Only events recorded at this time or earlier.',
  })
  readonly recordedTo?: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Only events effective at this time or later.',
  })
  readonly effectiveFrom?: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Only events effective at this time or earlier.',
  })
  readonly effectiveTo?: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Only events recorded at least this many days after they took effect.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000)
  readonly backdatedByAtLeastDays?: number;
}
