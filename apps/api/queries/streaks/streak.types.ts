import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../access';
import type { RatingLevel } from '#vocabulary';
import { RatingLevelEnum } from '../../graphql/vocabulary';
import { connectionOf, EventRefType, ProjectedThrough } from '../shared';

@Shown('REGISTER')
@ObjectType('Streak', {
  description: 'Consecutive years in which an organisation was rated at a level or better.',
})
export class StreakType {
  /** The resolver makes it an organisation. */
  readonly organisationId!: string;

  @Field(() => RatingLevelEnum, { description: 'The level that every year of the streak reached.' })
  readonly level!: RatingLevel;

  @Field(() => Int, { description: 'The first year of the streak.' })
  readonly from!: number;

  @Field(() => Int, { description: 'The last year of the streak.' })
  readonly to!: number;

  @Field(() => Int, { description: 'The number of years.' })
  readonly years!: number;

  @Field({
    description:
      'Whether all its years still stand at the level. A lower rating in a later year ends a streak but does not break it.',
  })
  readonly standing!: boolean;

  @Field(() => EventRefType, {
    description: 'The event that first completed the number of years asked for.',
  })
  readonly reachedBy!: EventRefType;

  @Field(() => EventRefType, {
    nullable: true,
    description: 'The later decision that removed a year from it; null while it stands.',
  })
  readonly brokenBy!: EventRefType | null;

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'A page of streaks.' })
export class StreakConnection extends connectionOf('Streak', StreakType) {}
