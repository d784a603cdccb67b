import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ObligationKind, ObligationState } from '#projections';
import { enumOf } from '../../graphql/enum-of';
import { DateScalar } from '../../graphql/scalars';
import { connectionOf, EventRefType, ProjectedThrough } from '../shared';

export const ObligationKindEnum = enumOf<ObligationKind>(
  'ObligationKind',
  'What has to happen by a date.',
  {
    REGULAR_MEETING: 'The regular meeting (sinh hoạt thường kỳ) of a month.',
    THEMATIC_MEETING: 'The thematic meeting (sinh hoạt chuyên đề) of a quarter.',
    PUBLICATION: 'The publication of a recognition (R-25).',
    ANNOUNCEMENT: 'The announcement of a discipline (R-23).',
    DISCIPLINE_END: 'The end of a discipline by time (R-20).',
    PERIOD_CLOSING: 'The end of the year: nothing of it is awaited any longer.',
  },
);

export const ObligationStateEnum = enumOf<ObligationState>(
  'ObligationState',
  'What became of it.',
  {
    OPEN: 'Still to be done; with a date that has passed, the passing is not recorded yet.',
    FULFILLED: 'Done, in time or late: `overdue` says so when it was late.',
    OVERDUE: 'Not done by its date, and not since.',
    LAPSED:
      'Not awaited any more: the year is closed, the organisation ended, the decision is void.',
  },
);

@ObjectType('Obligation', { description: 'Something that has to happen by a date.' })
export class ObligationType {
  /** The resolver makes it an organisation. */
  readonly organisationId!: string;

  @Field(() => ObligationKindEnum, { description: 'What.' })
  readonly kind!: ObligationKind;

  @Field(() => Int, { description: 'The year it belongs to.' })
  readonly year!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Of meetings: the month (1–12) or the quarter (1–4).',
  })
  readonly period?: number;

  @Field(() => ID, { nullable: true, description: 'The case, where it belongs to one.' })
  readonly case?: string;

  @Field(() => DateScalar, {
    description: 'The last day on which it is done in time; the day on which a discipline ends.',
  })
  readonly dueOn!: string;

  @Field(() => ObligationStateEnum, { description: 'What became of it.' })
  readonly state!: ObligationState;

  @Field({
    description:
      'Whether the pledge of the year was imported: then its history may be incomplete, and nothing is recorded as overdue.',
  })
  readonly imported!: boolean;

  @Field(() => EventRefType, { nullable: true, description: 'What made it due.' })
  readonly owedSince?: EventRefType;

  @Field(() => [EventRefType], { description: 'What fulfilled it.' })
  readonly fulfilledBy!: readonly EventRefType[];

  @Field(() => EventRefType, {
    nullable: true,
    description: 'That its date passed before it was done.',
  })
  readonly overdue?: EventRefType;

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'Obligations, a page of them.' })
export class ObligationConnection extends connectionOf('Obligation', ObligationType) {}
