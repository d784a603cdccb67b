import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { FindingKind } from '#projections';
import { JsonScalar } from '../../graphql/scalars';
import { connectionOf, EventRefType, ProjectedThrough } from '../shared';
import { FindingKindEnum } from './finding-kind.enum';

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
