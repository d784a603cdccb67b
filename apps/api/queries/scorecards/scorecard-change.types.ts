import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import type { ConditionResult } from '#criteria';
import { Shown } from '../../access';
import { StatusEnum } from './scorecard.types';
import type { Status } from './scorecard.types';

@ObjectType('ConditionState', { description: 'How a condition stood at a moment.' })
export class ConditionStateType {
  /** The resolver explains it. */
  readonly result!: ConditionResult;
  readonly scorecardYear!: number;

  @Field(() => StatusEnum, {
    description: 'Whether the condition was met, failed, pending or not applicable.',
  })
  readonly status!: Status;

  @Field(() => Float, { nullable: true, description: 'The lowest value that was possible.' })
  readonly low?: number | undefined;

  @Field(() => Float, { nullable: true, description: 'The highest value that was possible.' })
  readonly high?: number | undefined;

  @Field(() => String, {
    nullable: true,
    description: 'The exact figure; null when there was none.',
  })
  readonly actual?: string | undefined;
}

@Shown<ScorecardChangeType>('OWN_WORK', ({ organisationId }) => [organisationId])
@ObjectType('ScorecardChange', {
  description: 'A condition of a scorecard that changed between two moments.',
})
export class ScorecardChangeType {
  readonly organisationId!: string;
  /** As it stands afterwards, or stood last. */
  readonly result!: ConditionResult;
  /** Of the events that changed it, in the order recorded. */
  readonly changedBy!: readonly string[];

  @Field(() => String, { description: 'The code of the good.' })
  readonly good!: string;

  @Field(() => ID, { description: 'The id of the condition.' })
  readonly condition!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the rule; null for a condition of the framework alone.',
  })
  readonly rule?: string | undefined;

  @Field(() => ConditionStateType, {
    nullable: true,
    description: 'How it stood at the earlier moment; null when the scorecard did not have it.',
  })
  readonly before?: ConditionStateType | undefined;

  @Field(() => ConditionStateType, {
    nullable: true,
    description: 'How it stands at the later moment; null when the scorecard does not have it.',
  })
  readonly after?: ConditionStateType | undefined;
}
