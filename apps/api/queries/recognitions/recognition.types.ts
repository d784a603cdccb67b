import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../access';
import { enumOf } from '../../graphql/enum-of';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars';
import { connectionOf, EventRefType, FrameworkRefType, ProjectedThrough } from '../shared';

export const RecognitionStateEnum = enumOf('RecognitionState', 'Where a recognition stands.', {
  OPENED: 'The assessment is open.',
  PROPOSED: 'Recognition is proposed.',
  GRANTED: 'Granted.',
  REFUSED: 'Refused.',
  REVIEW_REQUIRED: 'Granted, and later facts put it in question (R-26); it still stands.',
  UPHELD: 'It stands after review.',
  CORRECTED: 'It stands after review, corrected.',
  REVOKED: 'Revoked after review.',
});
export type RecognitionState = keyof typeof RecognitionStateEnum;

const DecisionOutcomeEnum = enumOf('RecognitionDecisionOutcome', 'What was decided.', {
  GRANTED: 'Recognition was granted.',
  REFUSED: 'Recognition was refused.',
});

const ReviewOutcomeEnum = enumOf('RecognitionReviewOutcome', 'How a review ended.', {
  UPHELD: 'The recognition stands.',
  CORRECTED: 'It stands, corrected.',
  REVOKED: 'It is revoked.',
});

@ObjectType('RecognitionDecision', { description: 'A decision on recognition.' })
class RecognitionDecisionType {
  @Field(() => DecisionOutcomeEnum, { description: 'Whether recognition was granted or refused.' })
  readonly outcome!: keyof typeof DecisionOutcomeEnum;

  @Field({ description: 'The number of the decision.' })
  readonly number!: string;

  @Field(() => ID, {
    description: 'The organisation that decided, even if it has since ceased to exist.',
  })
  readonly decidedBy!: string;

  @Field(() => EventRefType, { description: 'The event that recorded the decision.' })
  readonly decided!: EventRefType;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day for publication in time (R-25); null where there is no limit.',
  })
  readonly publishBy?: string;

  @Field(() => EventRefType, {
    nullable: true,
    description: 'The event that recorded the publication (R-25); null while none did.',
  })
  readonly published?: EventRefType;

  @Field(() => EventRefType, {
    nullable: true,
    description: 'The event that recorded the publication as overdue; null while none did.',
  })
  readonly publicationOverdue?: EventRefType;
}

@ObjectType('RecognitionReward', {
  description: 'A reward granted on the strength of a recognition.',
})
class RecognitionRewardType {
  @Field({ description: 'The name of the reward.' })
  readonly reward!: string;

  @Field(() => ID, { description: 'The organisation that granted it.' })
  readonly grantedBy!: string;

  @Field(() => EventRefType, { description: 'The event that recorded the reward.' })
  readonly granted!: EventRefType;
}

@ObjectType('RecognitionReviewDecision', { description: 'The decision that ended a review.' })
class RecognitionReviewDecisionType {
  @Field(() => ReviewOutcomeEnum, {
    description: 'Whether the recognition was upheld, corrected or revoked.',
  })
  readonly outcome!: keyof typeof ReviewOutcomeEnum;

  @Field(() => ID, { description: 'The organisation that decided.' })
  readonly decidedBy!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The reason given for the decision; null when none was given.',
  })
  readonly reason?: string;

  @Field(() => EventRefType, { description: 'The event that recorded the decision.' })
  readonly decided!: EventRefType;
}

@Shown('UNPUBLISHED')
@ObjectType('RecognitionReview', {
  description: 'A review of a recognition: its causes, and the decision of an authorised body.',
})
export class RecognitionReviewType {
  @Field(() => EventRefType, { description: 'The event that required the review.' })
  readonly required!: EventRefType;

  @Field(() => [ID], {
    description: 'The ids of the later events that contradict the recognition.',
  })
  readonly causes!: readonly string[];

  @Field(() => RecognitionReviewDecisionType, {
    nullable: true,
    description: 'The decision that ended the review; null while it is open.',
  })
  readonly outcome?: RecognitionReviewDecisionType;
}

@Shown('REGISTER')
@ObjectType('Recognition', {
  description: 'The recognition (công nhận) of an organisation for a year.',
})
export class RecognitionType {
  /** The resolver makes it an organisation. */
  readonly organisationId!: string;

  @Field(() => Int, { description: 'The year of the recognition.' })
  readonly year!: number;

  @Field(() => RecognitionStateEnum, { description: 'The current state of the recognition.' })
  readonly state!: RecognitionState;

  @Field(() => ID, { nullable: true, description: 'The id of the campaign; null without one.' })
  readonly campaign?: string;

  @Field(() => FrameworkRefType, {
    nullable: true,
    description: 'The framework version, frozen when the assessment opened (R-31); null before.',
  })
  readonly framework?: FrameworkRefType;

  @Field(() => String, {
    nullable: true,
    description: 'The number of the last decision; null while there is none.',
  })
  readonly number?: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The organisation that decided last; null while there is no decision.',
  })
  readonly decidedBy?: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The effective time of the last decision; null while there is none.',
  })
  readonly decidedAt?: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The effective time of the publication; null while there is none.',
  })
  readonly publishedAt?: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Days from the opening of the assessment to the publication; null while either is missing.',
  })
  readonly daysToPublication?: number;

  @Field(() => [RecognitionDecisionType], { description: 'All decisions, in recording order.' })
  readonly decisions!: readonly RecognitionDecisionType[];

  @Field(() => [RecognitionRewardType], { description: 'The rewards granted for this year.' })
  readonly rewards!: readonly RecognitionRewardType[];

  /** The resolver shows of their causes what may be seen. */
  readonly allReviews!: readonly RecognitionReviewType[];

  @Field(() => [EventRefType], {
    description: 'The events of the recognition, in recording order.',
  })
  readonly events!: readonly EventRefType[];

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'A page of the register of recognitions.' })
export class RecognitionConnection extends connectionOf('Recognition', RecognitionType) {}
