import { InputType } from '@nestjs/graphql';
import type { RatingLevel } from '#vocabulary';
import { RatingLevelEnum } from '../../graphql/vocabulary';
import { CommandInput, DecimalField, EnumField, IdField, NestedField, YearField } from '../shared';

const POINTS =
  'The points it rests on, under regulation 366-QĐ/TW: the level is at best that of their band.';

@InputType({ description: 'The points of a rating, which add up to at most 100.' })
export class RatingPointsInput {
  @DecimalField('For the general criteria, at most 30.')
  readonly general!: string;

  @DecimalField('For results, at most 70.')
  readonly results!: string;
}

@InputType({ isAbstract: true })
abstract class ReviewCommandInput extends CommandInput {
  @IdField('The organisation.')
  readonly organisation!: string;

  @YearField()
  readonly year!: number;
}

@InputType({ description: 'The yearly review of an organisation and its members begins.' })
export class OpenReviewInput extends ReviewCommandInput {}

@InputType({ description: 'A rating of a member is proposed.' })
export class ProposeMemberRatingInput extends ReviewCommandInput {
  @IdField('The member.')
  readonly member!: string;

  @EnumField(RatingLevelEnum, 'The level proposed.')
  readonly level!: RatingLevel;

  @NestedField(() => RatingPointsInput, POINTS, { optional: true })
  readonly points?: RatingPointsInput;
}

@InputType({ description: 'A rating of a member is decided (R-24, R-30).' })
export class DecideMemberRatingInput extends ReviewCommandInput {
  @IdField('The member.')
  readonly member!: string;

  @EnumField(RatingLevelEnum, 'The level decided.')
  readonly level!: RatingLevel;

  @NestedField(() => RatingPointsInput, POINTS, { optional: true })
  readonly points?: RatingPointsInput;

  @IdField('The organisation that decides.')
  readonly decidedBy!: string;
}

@InputType({ description: 'A rating of the organisation is proposed.' })
export class ProposeOrganisationRatingInput extends ReviewCommandInput {
  @EnumField(RatingLevelEnum, 'The level proposed.')
  readonly level!: RatingLevel;

  @NestedField(() => RatingPointsInput, POINTS, { optional: true })
  readonly points?: RatingPointsInput;
}

@InputType({ description: 'A rating of the organisation is decided (R-07).' })
export class DecideOrganisationRatingInput extends ReviewCommandInput {
  @EnumField(RatingLevelEnum, 'The level decided.')
  readonly level!: RatingLevel;

  @NestedField(() => RatingPointsInput, POINTS, { optional: true })
  readonly points?: RatingPointsInput;

  @IdField('The organisation that decides.')
  readonly decidedBy!: string;
}

@InputType({ description: 'The ratings decided are published.' })
export class PublishRatingsInput extends ReviewCommandInput {}

@InputType({ description: 'A decided rating is opened again (R-16).' })
export class ReopenRatingInput extends ReviewCommandInput {
  @IdField('The member; without it, the rating of the organisation itself.', { optional: true })
  readonly member?: string;
}

@InputType({ description: 'A rating that was opened again is decided anew.' })
export class ReviseRatingInput extends ReviewCommandInput {
  @IdField('The member; without it, the rating of the organisation itself.', { optional: true })
  readonly member?: string;

  @EnumField(RatingLevelEnum, 'The level that stands from then on.')
  readonly level!: RatingLevel;

  @NestedField(() => RatingPointsInput, POINTS, { optional: true })
  readonly points?: RatingPointsInput;

  @IdField('The organisation that decides.')
  readonly decidedBy!: string;
}
