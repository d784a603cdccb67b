import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { PageArgs } from '../shared';
import { OutcomeEnum, ScorecardOrderEnum } from './scorecard.types';
import type { Outcome, ScorecardOrder } from './scorecard.types';

@ArgsType()
export class ScorecardsArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Of this organisation and all below it, as of 31 December of the year.',
  })
  readonly under?: string;

  @Field(() => Int, { description: 'The year.' })
  readonly year!: number;

  @Field(() => OutcomeEnum, { nullable: true, description: 'That come to this.' })
  readonly outcome?: Outcome;

  @Field(() => String, {
    nullable: true,
    description: 'In which this good, by its code, is failed.',
  })
  readonly good?: string;

  @Field(() => String, {
    nullable: true,
    description: 'In which this rule (`R-01`) or this condition, by its id, is failed.',
  })
  readonly failedRule?: string;

  @Field(() => ScorecardOrderEnum, {
    defaultValue: 'ORGANISATION_ASC',
    description: 'In which order.',
  })
  readonly orderBy!: ScorecardOrder;
}
