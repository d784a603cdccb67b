import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../access';
import type { RatingLevel } from '#vocabulary';
import { enumOf } from '../../graphql/enum-of';
import { DecimalScalar } from '../../graphql/scalars';
import { RatingLevelEnum } from '../../graphql/vocabulary';
import { connectionOf, EventRefType, ProjectedThrough } from '../shared';

const RatingStageEnum = enumOf('RatingStage', 'How far a rating has come.', {
  NONE: 'Nothing proposed.',
  PROPOSED: 'Proposed.',
  DECIDED: 'Decided.',
  REOPENED: 'Opened again; the level stands until it is decided anew.',
});

const RatingStepKindEnum = enumOf('RatingStepKind', 'One step of a rating.', {
  PROPOSED: 'A level was proposed.',
  DECIDED: 'A level was decided.',
  REOPENED: 'The rating was opened again.',
  REVISED: 'Another level was decided.',
});

@ObjectType('RatingPoints', { description: 'The points that a rating rests on (366-QĐ/TW).' })
class RatingPointsType {
  @Field(() => DecimalScalar, { description: 'Points for the general criteria, at most 30.' })
  readonly general!: string;

  @Field(() => DecimalScalar, { description: 'Points for results, at most 70.' })
  readonly results!: string;
}

@ObjectType('RatingStep', { description: 'One step of a rating.' })
class RatingStepType {
  @Field(() => RatingStepKindEnum, { description: 'The kind of step.' })
  readonly step!: keyof typeof RatingStepKindEnum;

  @Field(() => RatingLevelEnum, {
    nullable: true,
    description: 'The level proposed or decided; null when the step sets none.',
  })
  readonly level?: RatingLevel;

  @Field(() => RatingPointsType, {
    nullable: true,
    description: 'The points given; null when there are none.',
  })
  readonly points?: RatingPointsType;

  @Field(() => ID, {
    nullable: true,
    description: 'The organisation that decided; null for a proposal.',
  })
  readonly decidedBy?: string;

  @Field(() => EventRefType, { description: 'The event that recorded the step.' })
  readonly event!: EventRefType;
}

@ObjectType('Rating', { description: 'A yearly rating with all its steps.' })
class RatingType {
  @Field(() => RatingStageEnum, { description: 'The stage that the rating has reached.' })
  readonly stage!: keyof typeof RatingStageEnum;

  @Field(() => RatingLevelEnum, {
    nullable: true,
    description: 'The level that stands; null while none is decided.',
  })
  readonly level!: RatingLevel | null;

  @Field(() => RatingLevelEnum, {
    nullable: true,
    description:
      'The last proposed level, which may differ from the decided one; null without a proposal.',
  })
  readonly proposedLevel!: RatingLevel | null;

  @Field(() => [RatingStepType], { description: 'All steps, in recording order.' })
  readonly steps!: readonly RatingStepType[];
}

@Shown<MemberRatingType>('MEMBERS', ({ organisation }) => [organisation])
@ObjectType('MemberRating', {
  description: 'The rating of one member by one organisation for a year.',
})
export class MemberRatingType {
  @Field(() => ID, { description: 'The organisation that rates.' })
  readonly organisation!: string;

  @Field(() => Int, { description: 'The year of the rating.' })
  readonly year!: number;

  @Field(() => ID, { description: 'The pseudonymous id of the member.' })
  readonly member!: string;

  @Field(() => RatingType, { description: 'The rating with its steps.' })
  readonly rating!: RatingType;

  @Field(() => [EventRefType], { description: 'The events of the rating, in recording order.' })
  readonly events!: readonly EventRefType[];

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'A page of ratings of members.' })
export class MemberRatingConnection extends connectionOf('MemberRating', MemberRatingType) {}

@Shown<ReviewType>('OWN_WORK', ({ organisationId }) => [organisationId])
@ObjectType('Review', { description: 'The yearly review of an organisation and its members.' })
export class ReviewType {
  /** The resolver makes it an organisation. */
  readonly organisationId!: string;

  @Field(() => Int, { description: 'The year of the review.' })
  readonly year!: number;

  @Field(() => EventRefType, {
    nullable: true,
    description: 'The event that opened the review; null when none is recorded.',
  })
  readonly opened?: EventRefType;

  @Field(() => RatingType, { description: 'The rating of the organisation itself.' })
  readonly rating!: RatingType;

  @Field(() => [EventRefType], {
    description: 'The events that published the ratings decided until then.',
  })
  readonly published!: readonly EventRefType[];

  @Field(() => [EventRefType], {
    description: 'The events of the review, in recording order.',
  })
  readonly events!: readonly EventRefType[];

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'A page of reviews.' })
export class ReviewConnection extends connectionOf('Review', ReviewType) {}
