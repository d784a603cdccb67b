import { InputType } from '@nestjs/graphql';
import type { Role } from '#vocabulary';
import { RoleEnum } from '../graphql/vocabulary';
import { CommandFields, CommandInput, DateField, EnumField, IdField } from './shared';

@InputType({ isAbstract: true })
abstract class GrantFields extends CommandFields {
  @IdField('The grant.')
  readonly grant!: string;
}

@CommandInput('GrantRole', 'Somebody who signs in with a provider is given a role.')
export class GrantRoleInput extends GrantFields {
  @IdField('The person or program, as the provider names it (`sub`); never yourself.')
  readonly subject!: string;

  @EnumField(RoleEnum, 'The role: one that there is in an organisation of this kind.')
  readonly role!: Role;

  @IdField('The organisation in which the role is held.')
  readonly organisation!: string;

  @DateField('The first day on which the role holds.')
  readonly from!: string;

  @DateField('The first day on which it no longer holds; null for no end.', { optional: true })
  readonly to?: string;
}

@CommandInput('EndRole', 'A role that was granted ends, with a reason.')
export class EndRoleInput extends GrantFields {
  @DateField('The first day on which the role no longer holds: today ends it at once.')
  readonly on!: string;
}
