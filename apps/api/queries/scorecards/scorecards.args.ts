import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { AsOfPageArgs } from '../../as-of';
import { OutcomeEnum, ScorecardOrderEnum } from './scorecard.types';
import type { Outcome, ScorecardOrder } from './scorecard.types';

@ArgsType()
export class ScorecardsArgs extends AsOfPageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Only scorecards of this organisation and of those now below it.',
  })
  readonly under?: string;

  @Field(() => Int, { description: 'The year of the scorecards.' })
  readonly year!: number;

  @Field(() => OutcomeEnum, { nullable: true, description: 'Only scorecards with this outcome.' })
  readonly outcome?: Outcome;

  @Field(() => String, {
    nullable: true,
    description: 'Only scorecards in which the good with this code failed.',
  })
  readonly good?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Only scorecards in which this rule (`R-01`) or the condition with this id failed.',
  })
  readonly failedRule?: string;

  @Field(() => ScorecardOrderEnum, {
    defaultValue: 'ORGANISATION_ASC',
    description: 'The order of the list.',
  })
  readonly orderBy!: ScorecardOrder;
}
