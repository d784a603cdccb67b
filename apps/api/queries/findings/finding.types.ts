import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../access';
import type { FindingKind, FindingState } from '#projections';
import { enumOf } from '../../graphql/enum-of';
import { JsonScalar } from '../../graphql/scalars';
import { connectionOf, EventRefType, ProjectedThrough } from '../shared';
import { FindingKindEnum } from './finding-kind.enum';

export const FindingStateEnum = enumOf('FindingState', 'Whether a finding still holds.', {
  OPEN: 'It holds.',
  SETTLED:
    'It held until the fact was corrected, the decision that it is about revoked, or the case closed as the same as another; it stays on record.',
});

@Shown<FindingType>('OWN_WORK', ({ organisationId }) => [organisationId])
@ObjectType('Finding', {
  description: "The answer to an auditor's question, with the events behind it.",
})
export class FindingType {
  /** The resolver makes it an organisation. */
  readonly organisationId!: string;

  @Field(() => ID, {
    description: 'The id of the finding; it stays the same as long as the finding holds.',
  })
  readonly id!: string;

  @Field(() => FindingKindEnum, { description: 'The question that the finding answers.' })
  readonly kind!: FindingKind;

  @Field(() => String, {
    nullable: true,
    description: 'The rule that the question belongs to, as `R-01`; null when it belongs to none.',
  })
  readonly rule!: string | null;

  @Field(() => Int, {
    description: 'The year concerned; for a case, the year of the violation.',
  })
  readonly year!: number;

  @Field(() => Int, { description: 'The month (1–12) in which what it is about happened.' })
  readonly month!: number;

  @Field(() => FindingStateEnum, { description: 'Whether it still holds.' })
  readonly state!: FindingState;

  @Field(() => EventRefType, {
    nullable: true,
    description:
      'The event that settled it: the correction of what it rested on, the revocation of the decision it is about, or the closing of its case as the same as another; null while it is open.',
  })
  readonly settledBy?: EventRefType;

  @Field(() => ID, {
    nullable: true,
    description: 'The member concerned; null when it is about none.',
  })
  readonly member?: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The case concerned; null when it is about none.',
  })
  readonly case?: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The meeting concerned; null when it is about none.',
  })
  readonly meeting?: string;

  @Field(() => JsonScalar, {
    description:
      'The figures of the finding by name, as JSON; for a case, its dates and the days between them.',
  })
  readonly figures!: object;

  @Field(() => [EventRefType], { description: 'The events that the finding rests on.' })
  readonly events!: readonly EventRefType[];

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'A page of findings.' })
export class FindingConnection extends connectionOf('Finding', FindingType) {}
