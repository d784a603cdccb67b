import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { CriteriaFramework } from '#vocabulary';
import { enumOf } from '../../graphql/enum-of';
import { DateScalar, DateTimeScalar, JsonScalar } from '../../graphql/scalars';
import { connectionOf, FrameworkRefType, LegalBasisType, ProjectedThrough } from '../shared';

export const FrameworkStateEnum = enumOf(
  'FrameworkState',
  'How far a framework version has come.',
  {
    DRAFT: 'It may still change.',
    PUBLISHED: 'It is complete and never changes.',
    SUPERSEDED: 'Published, and a later version took its place.',
  },
);
export type FrameworkState = keyof typeof FrameworkStateEnum;

@ObjectType('CriteriaFramework', {
  description: 'One version of a criteria framework (khung tiêu chí).',
})
export class CriteriaFrameworkType {
  @Field(() => ID, { description: 'The framework.' })
  readonly id!: string;

  @Field(() => Int, { description: 'The version.' })
  readonly version!: number;

  @Field(() => FrameworkStateEnum, { description: 'How far this version has come.' })
  readonly state!: FrameworkState;

  /** In both languages; the resolver chooses. */
  readonly titles!: CriteriaFramework['title'];

  @Field(() => [LegalBasisType], { description: 'The documents it rests on.' })
  readonly legalBasis!: readonly LegalBasisType[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day it is meant for; null while a draft takes it from its base.',
  })
  readonly validFrom?: string | undefined;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day it is meant for; null while a draft takes it from its base.',
  })
  readonly validTo?: string | undefined;

  @Field(() => FrameworkRefType, { nullable: true, description: 'What it was made stricter from.' })
  readonly extends?: FrameworkRefType;

  @Field(() => JsonScalar, { description: 'The whole definition; once published, complete.' })
  readonly definition!: unknown;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was drafted.' })
  readonly draftedAt?: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was published.' })
  readonly publishedAt?: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When another version took its place.',
  })
  readonly supersededAt?: string;

  @Field(() => Int, { nullable: true, description: 'The version that took its place.' })
  readonly supersededBy?: number;

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'Framework versions, a page of them.' })
export class CriteriaFrameworkConnection extends connectionOf(
  'CriteriaFramework',
  CriteriaFrameworkType,
) {}
