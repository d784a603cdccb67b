import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { RatingLevel } from '#vocabulary';
import { RatingLevelEnum } from '../../graphql/vocabulary';
import { connectionOf, EventRefType, ProjectedThrough } from '../shared';

@ObjectType('Streak', {
  description: 'Consecutive years in which an organisation was rated at a level or better.',
})
export class StreakType {
  /** The resolver makes it an organisation. */
  readonly organisationId!: string;

  @Field(() => RatingLevelEnum, { description: 'The level that every year reached.' })
  readonly level!: RatingLevel;

  @Field(() => Int, { description: 'The first year.' })
  readonly from!: number;

  @Field(() => Int, { description: 'The last year.' })
  readonly to!: number;

  @Field(() => Int, { description: 'How many years.' })
  readonly years!: number;

  @Field({
    description:
      'Whether all its years still stand at the level. A lesser year afterwards ends a streak and does not undo it.',
  })
  readonly standing!: boolean;

  @Field(() => EventRefType, {
    description: 'The event by which as many years as were asked for were first reached.',
  })
  readonly reachedBy!: EventRefType;

  @Field(() => EventRefType, {
    nullable: true,
    description: 'The later decision that took a year out of it; null while it stands.',
  })
  readonly brokenBy!: EventRefType | null;

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'Streaks, a page of them.' })
export class StreakConnection extends connectionOf('Streak', StreakType) {}
