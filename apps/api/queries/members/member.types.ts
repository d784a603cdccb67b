import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../access';
import type { MemberStatus } from '#vocabulary';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars';
import { MemberStatusEnum } from '../../graphql/vocabulary';
import { enumOf } from '../../graphql/enum-of';
import type { SealedIdentity } from '#projections';
import { IdSinceType } from '../organisations/organisation.types';
import { connectionOf, ProjectedThrough } from '../shared';

@ObjectType('MemberStatusSince', {
  description: 'A status of a member, with the time since which it holds.',
})
class MemberStatusSinceType {
  @Field(() => DateTimeScalar, { description: 'The time since which the status holds.' })
  readonly since!: string;

  @Field(() => MemberStatusEnum, { description: 'The status.' })
  readonly value!: MemberStatus;
}

const IdentityStateEnum = enumOf('IdentityState', 'What is left of an identity.', {
  RECORDED: 'It is recorded and can be read.',
  ERASED: 'It was recorded, and erased: its keys are destroyed.',
});

@Shown<MemberIdentityType>('IDENTITY', ({ organisationId }) => [organisationId])
@ObjectType('MemberIdentity', { description: 'What a member is called. Confidential.' })
export class MemberIdentityType {
  /** Where the member is, or was last. */
  readonly organisationId!: string;

  @Field(() => IdentityStateEnum, { description: 'Whether it can still be read.' })
  readonly state!: keyof typeof IdentityStateEnum;

  @Field(() => String, { nullable: true, description: 'The full name; null once it is erased.' })
  readonly fullName?: string | undefined;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The date of birth; null when none is recorded, and once it is erased.',
  })
  readonly dateOfBirth?: string | undefined;

  @Field(() => String, {
    nullable: true,
    description: 'The number of the party card; null when none is recorded, and once it is erased.',
  })
  readonly cardNumber?: string | undefined;

  @Field(() => DateTimeScalar, {
    description: 'The time of recording; of an erased identity, that of the erasure.',
  })
  readonly recordedAt!: string;
}

@Shown<MemberType>('MEMBERS', ({ organisationId }) => [organisationId])
@ObjectType('Member', {
  description: 'A member (đảng viên), identified by a pseudonymous id only.',
})
export class MemberType {
  @Field(() => ID, { description: 'The pseudonymous id of the member.' })
  readonly id!: string;

  /** The resolver makes it an organisation. */
  readonly organisationId!: string;

  /** The resolver unseals it for whoever may read it. */
  readonly sealedIdentity?: SealedIdentity | undefined;

  @Field(() => MemberStatusEnum, { description: 'The current status.' })
  readonly status!: MemberStatus;

  @Field(() => [IdSinceType], {
    description: 'The organisations the member belonged to, in order of time.',
  })
  readonly organisations!: readonly IdSinceType[];

  @Field(() => [MemberStatusSinceType], {
    description: 'The statuses of the member, in order of time.',
  })
  readonly statuses!: readonly MemberStatusSinceType[];

  @Field(() => [IdSinceType], {
    description: "The organisations at the member's place of residence, in order of time.",
  })
  readonly residences!: readonly IdSinceType[];

  @Field(() => DateScalar, { description: 'The date of admission to the Party.' })
  readonly admittedOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The date since which the member is official; null for a probationary member.',
  })
  readonly officialOn?: string;

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'A page of members.' })
export class MemberConnection extends connectionOf('Member', MemberType) {}
