import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { OrganisationKind, OrganisationLevel } from '#vocabulary';
import { enumOf } from '../../graphql/enum-of';
import { DateTimeScalar } from '../../graphql/scalars';
import { OrganisationKindEnum, OrganisationLevelEnum } from '../../graphql/vocabulary';
import { connectionOf, ProjectedThrough } from '../shared';

const OrganisationEndCauseEnum = enumOf('OrganisationEndCause', 'Why an organisation ceased.', {
  DISSOLVED: 'It was dissolved.',
  MERGED: 'Another one carries on.',
});

@ObjectType('TextSince', { description: 'A text, and since when it holds.' })
class TextSinceType {
  @Field(() => DateTimeScalar, { description: 'Since when.' })
  readonly since!: string;

  @Field({ description: 'The text.' })
  readonly value!: string;
}

@ObjectType('IdSince', { description: 'Somebody or something by id, and since when.' })
export class IdSinceType {
  @Field(() => DateTimeScalar, { description: 'Since when.' })
  readonly since!: string;

  @Field(() => ID, { nullable: true, description: 'The id; null for nobody or nothing.' })
  readonly value?: string | undefined;
}

@ObjectType('OrganisationKindSince', { description: 'A kind, and since when it holds.' })
class OrganisationKindSinceType {
  @Field(() => DateTimeScalar, { description: 'Since when.' })
  readonly since!: string;

  @Field(() => OrganisationKindEnum, { description: 'The kind.' })
  readonly value!: OrganisationKind;
}

@ObjectType('OrganisationEnd', { description: 'The end of an organisation. Its history stays.' })
class OrganisationEndType {
  @Field(() => OrganisationEndCauseEnum, { description: 'Why.' })
  readonly cause!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  readonly endedAt!: string;

  @Field(() => ID, { nullable: true, description: 'The organisation that carries on.' })
  readonly into?: string;
}

@ObjectType('MembershipTotals', {
  description: 'Membership as last reported: never corrected, but checked (R-29).',
})
class MembershipTotalsType {
  @Field(() => Int, { description: 'Official members.' })
  readonly official!: number;

  @Field(() => Int, { description: 'Probationary members.' })
  readonly probationary!: number;

  @Field(() => Int, { description: 'All members, as reported.' })
  readonly total!: number;

  @Field({ description: 'Whether official and probationary members add up to the total.' })
  readonly reconciles!: boolean;

  @Field(() => DateTimeScalar, { description: 'For when it was reported.' })
  readonly effectiveAt!: string;
}

@ObjectType('Organisation', { description: 'An organisation of the Party (tổ chức đảng).' })
export class OrganisationType {
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Field({ description: 'Its name, as it is now.' })
  readonly name!: string;

  @Field(() => OrganisationKindEnum, { description: 'What it is, as it is now.' })
  readonly kind!: OrganisationKind;

  @Field(() => OrganisationLevelEnum, {
    nullable: true,
    description: 'The level of a superior committee.',
  })
  readonly level?: OrganisationLevel;

  @Field({ description: 'Loại hình, as it is now: village, agency, school, enterprise …' })
  readonly organisationType!: string;

  @Field(() => DateTimeScalar, { description: 'When it came into being.' })
  readonly establishedAt!: string;

  @Field(() => OrganisationEndType, { nullable: true, description: 'Its end, if it has ceased.' })
  readonly end?: OrganisationEndType;

  /** Of the organisation directly above; the resolver makes it an organisation. */
  readonly parentId?: string | undefined;

  @Field(() => [TextSinceType], { description: 'Its names over time.' })
  readonly names!: readonly TextSinceType[];

  @Field(() => [OrganisationKindSinceType], { description: 'Its kinds over time.' })
  readonly kinds!: readonly OrganisationKindSinceType[];

  @Field(() => [TextSinceType], { description: 'Its types over time.' })
  readonly organisationTypes!: readonly TextSinceType[];

  @Field(() => [IdSinceType], { description: 'The organisations directly above it over time.' })
  readonly parents!: readonly IdSinceType[];

  @Field(() => ID, { nullable: true, description: 'The member who is secretary (bí thư).' })
  readonly secretary?: string | undefined;

  @Field(() => [IdSinceType], { description: 'The secretaries over time.' })
  readonly secretaries!: readonly IdSinceType[];

  @Field(() => ID, {
    nullable: true,
    description: 'The member of the committee above who is in charge (cấp ủy viên phụ trách).',
  })
  readonly delegate?: string | undefined;

  @Field(() => [IdSinceType], { description: 'Those in charge over time.' })
  readonly delegates!: readonly IdSinceType[];

  @Field(() => [ID], { description: 'The organisations that were founded out of it.' })
  readonly splitInto!: readonly string[];

  @Field(() => MembershipTotalsType, {
    nullable: true,
    description: 'Membership totals as last reported.',
  })
  readonly membershipTotals?: MembershipTotalsType;

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'Organisations, a page of them.' })
export class OrganisationConnection extends connectionOf('Organisation', OrganisationType) {}
