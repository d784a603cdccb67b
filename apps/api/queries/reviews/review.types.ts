import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
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
  @Field(() => DecimalScalar, { description: 'General criteria, of at most 30.' })
  readonly general!: string;

  @Field(() => DecimalScalar, { description: 'Results, of at most 70.' })
  readonly results!: string;
}

@ObjectType('RatingStep', { description: 'One step of a rating.' })
class RatingStepType {
  @Field(() => RatingStepKindEnum, { description: 'Which.' })
  readonly step!: keyof typeof RatingStepKindEnum;

  @Field(() => RatingLevelEnum, { nullable: true, description: 'The level.' })
  readonly level?: RatingLevel;

  @Field(() => RatingPointsType, { nullable: true, description: 'Its points, where given.' })
  readonly points?: RatingPointsType;

  @Field(() => ID, { nullable: true, description: 'The organisation that decided.' })
  readonly decidedBy?: string;

  @Field(() => EventRefType, { description: 'The event.' })
  readonly event!: EventRefType;
}

@ObjectType('Rating', { description: 'A yearly rating on its way, with every step of it.' })
class RatingType {
  @Field(() => RatingStageEnum, { description: 'How far it has come.' })
  readonly stage!: keyof typeof RatingStageEnum;

  @Field(() => RatingLevelEnum, { nullable: true, description: 'The level that stands.' })
  readonly level!: RatingLevel | null;

  @Field(() => RatingLevelEnum, {
    nullable: true,
    description:
      'What was last proposed: another level than the one that stands when the decision differed.',
  })
  readonly proposedLevel!: RatingLevel | null;

  @Field(() => [RatingStepType], { description: 'Every step, in the order recorded.' })
  readonly steps!: readonly RatingStepType[];
}

@ObjectType('MemberRating', {
  description: 'The rating of one member by one organisation for a year.',
})
export class MemberRatingType {
  @Field(() => ID, { description: 'The organisation that rates.' })
  readonly organisation!: string;

  @Field(() => Int, { description: 'The year.' })
  readonly year!: number;

  @Field(() => ID, { description: 'The member.' })
  readonly member!: string;

  @Field(() => RatingType, { description: 'The rating.' })
  readonly rating!: RatingType;

  @Field(() => [EventRefType], { description: 'All events of it, in the order recorded.' })
  readonly events!: readonly EventRefType[];

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'Ratings of members, a page of them.' })
export class MemberRatingConnection extends connectionOf('MemberRating', MemberRatingType) {}

@ObjectType('Review', { description: 'The yearly review of an organisation and its members.' })
export class ReviewType {
  /** The resolver makes it an organisation. */
  readonly organisationId!: string;

  @Field(() => Int, { description: 'The year.' })
  readonly year!: number;

  @Field(() => EventRefType, { nullable: true, description: 'Its opening.' })
  readonly opened?: EventRefType;

  @Field(() => RatingType, { description: 'The rating of the organisation itself.' })
  readonly rating!: RatingType;

  @Field(() => [EventRefType], { description: 'Each publication of what was decided by then.' })
  readonly published!: readonly EventRefType[];

  @Field(() => [EventRefType], {
    description: 'The events of the review itself, in the order recorded.',
  })
  readonly events!: readonly EventRefType[];

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'Reviews, a page of them.' })
export class ReviewConnection extends connectionOf('Review', ReviewType) {}
