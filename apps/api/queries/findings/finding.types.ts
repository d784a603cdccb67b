import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { FindingKind } from '#projections';
import { JsonScalar } from '../../graphql/scalars';
import { connectionOf, EventRefType, ProjectedThrough } from '../shared';
import { FindingKindEnum } from './finding-kind.enum';

@ObjectType('Finding', {
  description: 'The answer to a question of the auditors, with the events behind it.',
})
export class FindingType {
  /** The resolver makes it an organisation. */
  readonly organisationId!: string;

  @Field(() => ID, { description: 'Its id: the same as long as the finding holds.' })
  readonly id!: string;

  @Field(() => FindingKindEnum, { description: 'The question.' })
  readonly kind!: FindingKind;

  @Field(() => String, { nullable: true, description: 'The rule it belongs to, as `R-01`.' })
  readonly rule!: string | null;

  @Field(() => Int, {
    description: 'The year it concerns; of a case, the year in which the violation happened.',
  })
  readonly year!: number;

  @Field(() => ID, { nullable: true, description: 'The member it concerns.' })
  readonly member?: string;

  @Field(() => ID, { nullable: true, description: 'The case it concerns.' })
  readonly case?: string;

  @Field(() => ID, { nullable: true, description: 'The meeting it concerns.' })
  readonly meeting?: string;

  @Field(() => JsonScalar, {
    description: 'Its figures by name, for machines: of a case, every date and the days between.',
  })
  readonly figures!: object;

  @Field(() => [EventRefType], { description: 'The events it rests on.' })
  readonly events!: readonly EventRefType[];

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'Findings, a page of them.' })
export class FindingConnection extends connectionOf('Finding', FindingType) {}
