import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../access';
import type { OrganisationKind, OrganisationLevel } from '#vocabulary';
import { enumOf } from '../../graphql/enum-of';
import { DateTimeScalar } from '../../graphql/scalars';
import { OrganisationKindEnum, OrganisationLevelEnum } from '../../graphql/vocabulary';
import { connectionOf, ProjectedThrough } from '../shared';

const OrganisationEndCauseEnum = enumOf('OrganisationEndCause', 'Why an organisation ceased.', {
  DISSOLVED: 'It was dissolved.',
  MERGED: 'Another one carries on.',
});

@ObjectType('TextSince', { description: 'A text, with the time since which it holds.' })
class TextSinceType {
  @Field(() => DateTimeScalar, { description: 'The time since which the text holds.' })
  readonly since!: string;

  @Field({ description: 'The text.' })
  readonly value!: string;
}

@Shown('REGISTER')
@ObjectType('IdSince', { description: 'An id, with the time since which it holds.' })
export class IdSinceType {
  @Field(() => DateTimeScalar, { description: 'The time since which the id holds.' })
  readonly since!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The id; null when nobody or nothing holds the place.',
  })
  readonly value?: string | undefined;
}

@ObjectType('OrganisationKindSince', {
  description: 'A kind of organisation, with the time since which it holds.',
})
class OrganisationKindSinceType {
  @Field(() => DateTimeScalar, { description: 'The time since which the kind holds.' })
  readonly since!: string;

  @Field(() => OrganisationKindEnum, { description: 'The kind.' })
  readonly value!: OrganisationKind;
}

@ObjectType('OrganisationEnd', { description: 'The end of an organisation. Its history remains.' })
class OrganisationEndType {
  @Field(() => OrganisationEndCauseEnum, { description: 'Whether it was merged or dissolved.' })
  readonly cause!: string;

  @Field(() => DateTimeScalar, { description: 'The effective time of the end.' })
  readonly endedAt!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The organisation it was merged into; null when it was dissolved.',
  })
  readonly into?: string;
}

@ObjectType('MembershipTotals', {
  description: 'Membership totals as last reported. They are checked, never corrected (R-29).',
})
class MembershipTotalsType {
  @Field(() => Int, { description: 'The reported number of official members.' })
  readonly official!: number;

  @Field(() => Int, { description: 'The reported number of probationary members.' })
  readonly probationary!: number;

  @Field(() => Int, { description: 'The reported number of all members.' })
  readonly total!: number;

  @Field({ description: 'Whether official and probationary members add up to the total.' })
  readonly reconciles!: boolean;

  @Field(() => DateTimeScalar, { description: 'The time for which the totals were reported.' })
  readonly effectiveAt!: string;
}

@Shown('REGISTER')
@ObjectType('Organisation', { description: 'An organisation of the Party (tổ chức đảng).' })
export class OrganisationType {
  @Field(() => ID, { description: 'The id of the organisation.' })
  readonly id!: string;

  @Field({ description: 'The current name.' })
  readonly name!: string;

  @Field(() => OrganisationKindEnum, { description: 'The current kind.' })
  readonly kind!: OrganisationKind;

  @Field(() => OrganisationLevelEnum, {
    nullable: true,
    description: 'The level of a superior committee; null for all other organisations.',
  })
  readonly level?: OrganisationLevel;

  @Field({ description: 'The current type (loại hình): village, agency, school, enterprise …' })
  readonly organisationType!: string;

  @Field(() => DateTimeScalar, { description: 'The effective time of its establishment.' })
  readonly establishedAt!: string;

  @Field(() => OrganisationEndType, {
    nullable: true,
    description: 'The end of the organisation; null while it exists.',
  })
  readonly end?: OrganisationEndType;

  /** Of the organisation directly above; the resolver makes it an organisation. */
  readonly parentId?: string | undefined;

  @Field(() => [TextSinceType], { description: 'The names of the organisation, in order of time.' })
  readonly names!: readonly TextSinceType[];

  @Field(() => [OrganisationKindSinceType], {
    description: 'The kinds of the organisation, in order of time.',
  })
  readonly kinds!: readonly OrganisationKindSinceType[];

  @Field(() => [TextSinceType], { description: 'The types of the organisation, in order of time.' })
  readonly organisationTypes!: readonly TextSinceType[];

  @Field(() => [IdSinceType], {
    description: 'The organisations directly above it, in order of time.',
  })
  readonly parents!: readonly IdSinceType[];

  /** The resolver shows its people to who may see members. */
  readonly secretaryId?: string | undefined;
  readonly allSecretaries!: readonly IdSinceType[];
  readonly delegateId?: string | undefined;
  readonly allDelegates!: readonly IdSinceType[];

  @Field(() => [ID], { description: 'The organisations founded out of it.' })
  readonly splitInto!: readonly string[];

  @Field(() => MembershipTotalsType, {
    nullable: true,
    description: 'Membership totals as last reported; null when none were.',
  })
  readonly membershipTotals?: MembershipTotalsType;

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'A page of organisations.' })
export class OrganisationConnection extends connectionOf('Organisation', OrganisationType) {}
