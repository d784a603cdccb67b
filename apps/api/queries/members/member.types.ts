import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { MemberStatus } from '#vocabulary';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars';
import { MemberStatusEnum } from '../../graphql/vocabulary';
import { IdSinceType } from '../organisations/organisation.types';
import { connectionOf, ProjectedThrough } from '../shared';

@ObjectType('MemberStatusSince', { description: 'A status, and since when it holds.' })
class MemberStatusSinceType {
  @Field(() => DateTimeScalar, { description: 'Since when.' })
  readonly since!: string;

  @Field(() => MemberStatusEnum, { description: 'The status.' })
  readonly value!: MemberStatus;
}

@ObjectType('Member', {
  description: 'A member (đảng viên), by a pseudonymous id. Nothing here tells who the person is.',
})
export class MemberType {
  @Field(() => ID, { description: 'The pseudonymous id.' })
  readonly id!: string;

  /** The resolver makes it an organisation. */
  readonly organisationId!: string;

  @Field(() => MemberStatusEnum, { description: 'The status, as it is now.' })
  readonly status!: MemberStatus;

  @Field(() => [IdSinceType], {
    description: 'The organisations the member belonged to, over time.',
  })
  readonly organisations!: readonly IdSinceType[];

  @Field(() => [MemberStatusSinceType], { description: 'The statuses over time.' })
  readonly statuses!: readonly MemberStatusSinceType[];

  @Field(() => [IdSinceType], {
    description: 'The organisations of the place where the member lives, over time.',
  })
  readonly residences!: readonly IdSinceType[];

  @Field(() => DateScalar, { description: 'The date of admission to the Party.' })
  readonly admittedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Official since.' })
  readonly officialOn?: string;

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'Members, a page of them.' })
export class MemberConnection extends connectionOf('Member', MemberType) {}
