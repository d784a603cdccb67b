import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
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
  @Field(() => DecisionOutcomeEnum, { description: 'What was decided.' })
  readonly outcome!: keyof typeof DecisionOutcomeEnum;

  @Field({ description: 'The number of the decision.' })
  readonly number!: string;

  @Field(() => ID, {
    description: 'The authority of then, also when it has ceased to exist since.',
  })
  readonly decidedBy!: string;

  @Field(() => EventRefType, { description: 'The decision.' })
  readonly decided!: EventRefType;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day on which it is published in time, where there is a limit (R-25).',
  })
  readonly publishBy?: string;

  @Field(() => EventRefType, { nullable: true, description: 'The publication (R-25).' })
  readonly published?: EventRefType;

  @Field(() => EventRefType, {
    nullable: true,
    description: 'When the publication was found to be late.',
  })
  readonly publicationOverdue?: EventRefType;
}

@ObjectType('RecognitionReward', { description: 'A reward.' })
class RecognitionRewardType {
  @Field({ description: 'What.' })
  readonly reward!: string;

  @Field(() => ID, { description: 'The organisation that granted it.' })
  readonly grantedBy!: string;

  @Field(() => EventRefType, { description: 'The event.' })
  readonly granted!: EventRefType;
}

@ObjectType('RecognitionReviewDecision', { description: 'How a review ended.' })
class RecognitionReviewDecisionType {
  @Field(() => ReviewOutcomeEnum, { description: 'How.' })
  readonly outcome!: keyof typeof ReviewOutcomeEnum;

  @Field(() => ID, { description: 'The organisation that decided.' })
  readonly decidedBy!: string;

  @Field(() => String, { nullable: true, description: 'Why.' })
  readonly reason?: string;

  @Field(() => EventRefType, { description: 'The event.' })
  readonly decided!: EventRefType;
}

@ObjectType('RecognitionReview', {
  description: 'Later facts, and what an authorised body made of them.',
})
class RecognitionReviewType {
  @Field(() => EventRefType, { description: 'The event that put the recognition in question.' })
  readonly required!: EventRefType;

  @Field(() => [ID], { description: 'The events that came later.' })
  readonly causes!: readonly string[];

  @Field(() => RecognitionReviewDecisionType, { nullable: true, description: 'How it ended.' })
  readonly outcome?: RecognitionReviewDecisionType;
}

@ObjectType('Recognition', {
  description: 'The recognition (công nhận) of an organisation for a year.',
})
export class RecognitionType {
  /** The resolver makes it an organisation. */
  readonly organisationId!: string;

  @Field(() => Int, { description: 'The year.' })
  readonly year!: number;

  @Field(() => RecognitionStateEnum, { description: 'Where it stands.' })
  readonly state!: RecognitionState;

  @Field(() => ID, { nullable: true, description: 'The campaign.' })
  readonly campaign?: string;

  @Field(() => FrameworkRefType, {
    nullable: true,
    description: 'The framework version, frozen when the assessment opened (R-31).',
  })
  readonly framework?: FrameworkRefType;

  @Field(() => String, { nullable: true, description: 'The number of the last decision.' })
  readonly number?: string;

  @Field(() => ID, { nullable: true, description: 'The authority that decided last.' })
  readonly decidedBy?: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided.' })
  readonly decidedAt?: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the decision was published.' })
  readonly publishedAt?: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Days from the opening of the assessment to the publication.',
  })
  readonly daysToPublication?: number;

  @Field(() => [RecognitionDecisionType], { description: 'Every decision.' })
  readonly decisions!: readonly RecognitionDecisionType[];

  @Field(() => [RecognitionRewardType], { description: 'The rewards.' })
  readonly rewards!: readonly RecognitionRewardType[];

  @Field(() => [RecognitionReviewType], { description: 'The reviews.' })
  readonly reviews!: readonly RecognitionReviewType[];

  @Field(() => [EventRefType], { description: 'All events of it, in the order recorded.' })
  readonly events!: readonly EventRefType[];

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'The register of recognitions, a page of it.' })
export class RecognitionConnection extends connectionOf('Recognition', RecognitionType) {}
