import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Role } from '#vocabulary';
import { Shown } from '../../access';
import { DateScalar } from '../../graphql/scalars';
import { RoleEnum } from '../../graphql/vocabulary';
import { ActorType } from '../history/recorded-event.types';
import { connectionOf, EventRefType, ProjectedThrough } from '../shared';

@Shown<GrantType>('GRANTS', ({ organisation }) => [organisation])
@ObjectType('Grant', { description: 'A role that somebody was given in an organisation.' })
export class GrantType {
  @Field(() => ID, { description: 'The id of the grant; the value of the header `x-acting-as`.' })
  readonly id!: string;

  @Field(() => ID, { description: 'The person or program, as the provider names it (`sub`).' })
  readonly subject!: string;

  @Field(() => RoleEnum, { description: 'The role held.' })
  readonly role!: Role;

  @Field(() => ID, { description: 'The organisation in which the role is held.' })
  readonly organisation!: string;

  @Field(() => DateScalar, { description: 'The first day on which the role holds.' })
  readonly from!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it no longer holds; null when no end is set.',
  })
  readonly to?: string;

  @Field(() => Boolean, { description: 'Whether the role holds at the time of asking.' })
  readonly holds!: boolean;

  @Field(() => ActorType, {
    nullable: true,
    description: 'The actor who gave the role; null when only its end is recorded.',
  })
  readonly grantedBy?: ActorType;

  @Field(() => [EventRefType], { description: 'The events of the grant, in recording order.' })
  readonly events!: readonly EventRefType[];

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'A page of grants.' })
export class GrantConnection extends connectionOf('Grant', GrantType) {}
