import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../access';
import type { ObligationDocument, ObligationKind } from '#projections';
import { enumOf } from '../../graphql/enum-of';
import { DateScalar } from '../../graphql/scalars';
import { connectionOf, EventRefType, ProjectedThrough } from '../shared';
import type { JudgedObligationState } from './meetings-that-count';

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

export const ObligationStateEnum = enumOf<JudgedObligationState>(
  'ObligationState',
  'What became of it.',
  {
    OPEN: 'Still to be done; with a date that has passed, the passing is not recorded yet.',
    FULFILLED: 'Done, in time or late: `overdue` says so when it was late.',
    HELD_INVALID:
      'A meeting was held, but none that counts: too short, or without documents in time (R-10).',
    OVERDUE: 'Not done by its date, and not since.',
    LAPSED:
      'Not awaited any more: the year is closed, the organisation ended, the decision is void.',
  },
);

@Shown<ObligationType>('OWN_WORK', ({ organisationId }) => [organisationId])
@ObjectType('Obligation', { description: 'Something that is due by a date.' })
export class ObligationType {
  /** What the resolver judges by the meetings that were held. */
  readonly document!: ObligationDocument;

  /** The resolver makes it an organisation. */
  readonly organisationId!: string;

  @Field(() => ObligationKindEnum, { description: 'The kind of obligation.' })
  readonly kind!: ObligationKind;

  @Field(() => Int, { description: 'The year to which the obligation belongs.' })
  readonly year!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'For meetings: the month (1–12) or quarter (1–4); null otherwise.',
  })
  readonly period?: number;

  @Field(() => ID, {
    nullable: true,
    description: 'The case of the obligation; null when it has none.',
  })
  readonly case?: string;

  @Field(() => DateScalar, {
    description: 'The last day on which it is done in time, or the day on which a discipline ends.',
  })
  readonly dueOn!: string;

  @Field({
    description:
      "Whether the year's pledge was imported. Its history may then be incomplete, and nothing is recorded as overdue.",
  })
  readonly imported!: boolean;

  @Field(() => EventRefType, {
    nullable: true,
    description: 'The event from which it follows; null when none is recorded.',
  })
  readonly owedSince?: EventRefType;

  @Field(() => EventRefType, {
    nullable: true,
    description: 'The event that recorded it as overdue; null while none did.',
  })
  readonly overdue?: EventRefType;

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'A page of obligations.' })
export class ObligationConnection extends connectionOf('Obligation', ObligationType) {}
