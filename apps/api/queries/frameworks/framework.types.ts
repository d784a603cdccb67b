import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../access';
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

@Shown('REGISTER')
@ObjectType('CriteriaFramework', {
  description: 'One version of a criteria framework (khung tiêu chí).',
})
export class CriteriaFrameworkType {
  @Field(() => ID, { description: 'The id of the framework; all its versions share it.' })
  readonly id!: string;

  @Field(() => Int, { description: 'The version number, from 1.' })
  readonly version!: number;

  @Field(() => FrameworkStateEnum, {
    description: 'Whether this version is a draft, published or superseded.',
  })
  readonly state!: FrameworkState;

  /** In both languages; the resolver chooses. */
  readonly titles!: CriteriaFramework['title'];

  @Field(() => [LegalBasisType], { description: 'The documents that the framework rests on.' })
  readonly legalBasis!: readonly LegalBasisType[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day of its validity; null while a draft takes it from its base.',
  })
  readonly validFrom?: string | undefined;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day of its validity; null while a draft takes it from its base.',
  })
  readonly validTo?: string | undefined;

  @Field(() => FrameworkRefType, {
    nullable: true,
    description: 'The base version that it makes stricter; null when it extends none.',
  })
  readonly extends?: FrameworkRefType;

  @Field(() => JsonScalar, {
    description: 'The definition as JSON; complete once the version is published.',
  })
  readonly definition!: unknown;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The effective time of the draft; null when none is recorded.',
  })
  readonly draftedAt?: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The effective time of the publication; null for a draft.',
  })
  readonly publishedAt?: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The time from which another version replaces it; null while none does.',
  })
  readonly supersededAt?: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that replaces it; null while none does.',
  })
  readonly supersededBy?: number;

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'A page of framework versions.' })
export class CriteriaFrameworkConnection extends connectionOf(
  'CriteriaFramework',
  CriteriaFrameworkType,
) {}
