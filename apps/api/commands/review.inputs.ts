import { InputType } from '@nestjs/graphql';
import type { RatingLevel } from '#vocabulary';
import { RatingLevelEnum } from '../graphql/vocabulary';
import {
  CommandFields,
  CommandInput,
  DecimalField,
  EnumField,
  IdField,
  NestedField,
  YearField,
} from './shared';

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
abstract class ReviewFields extends CommandFields {
  @IdField('The organisation.')
  readonly organisation!: string;

  @YearField()
  readonly year!: number;
}

@CommandInput('OpenReview', 'The yearly review of an organisation and its members begins.')
export class OpenReviewInput extends ReviewFields {}

@CommandInput('ProposeMemberRating', 'A rating of a member is proposed.')
export class ProposeMemberRatingInput extends ReviewFields {
  @IdField('The member.')
  readonly member!: string;

  @EnumField(RatingLevelEnum, 'The level proposed.')
  readonly level!: RatingLevel;

  @NestedField(() => RatingPointsInput, POINTS, { optional: true })
  readonly points?: RatingPointsInput;
}

@CommandInput('DecideMemberRating', 'A rating of a member is decided (R-24, R-30).')
export class DecideMemberRatingInput extends ReviewFields {
  @IdField('The member.')
  readonly member!: string;

  @EnumField(RatingLevelEnum, 'The level decided.')
  readonly level!: RatingLevel;

  @NestedField(() => RatingPointsInput, POINTS, { optional: true })
  readonly points?: RatingPointsInput;

  @IdField('The organisation that decides.')
  readonly decidedBy!: string;
}

@CommandInput('ProposeOrganisationRating', 'A rating of the organisation is proposed.')
export class ProposeOrganisationRatingInput extends ReviewFields {
  @EnumField(RatingLevelEnum, 'The level proposed.')
  readonly level!: RatingLevel;

  @NestedField(() => RatingPointsInput, POINTS, { optional: true })
  readonly points?: RatingPointsInput;
}

@CommandInput('DecideOrganisationRating', 'A rating of the organisation is decided (R-07).')
export class DecideOrganisationRatingInput extends ReviewFields {
  @EnumField(RatingLevelEnum, 'The level decided.')
  readonly level!: RatingLevel;

  @NestedField(() => RatingPointsInput, POINTS, { optional: true })
  readonly points?: RatingPointsInput;

  @IdField('The organisation that decides.')
  readonly decidedBy!: string;
}

@CommandInput('PublishRatings', 'The ratings decided are published.')
export class PublishRatingsInput extends ReviewFields {}

@CommandInput('ReopenRating', 'A decided rating is opened again (R-16).')
export class ReopenRatingInput extends ReviewFields {
  @IdField('The member; without it, the rating of the organisation itself.', { optional: true })
  readonly member?: string;
}

@CommandInput('ReviseRating', 'A rating that was opened again is decided anew.')
export class ReviseRatingInput extends ReviewFields {
  @IdField('The member; without it, the rating of the organisation itself.', { optional: true })
  readonly member?: string;

  @EnumField(RatingLevelEnum, 'The level that stands from then on.')
  readonly level!: RatingLevel;

  @NestedField(() => RatingPointsInput, POINTS, { optional: true })
  readonly points?: RatingPointsInput;

  @IdField('The organisation that decides.')
  readonly decidedBy!: string;
}
