import { Args, Resolver } from '@nestjs/graphql';
import type { Receipt } from '#commands';
import type { Actor } from '#vocabulary';
import { Acting } from '../../identity/acting';
import { Commands, Records } from '../shared';
import {
  EstablishOrganisationInput,
  RenameOrganisationInput,
  ReparentOrganisationInput,
  ChangeOrganisationTypeInput,
  MergeOrganisationInput,
  SplitOrganisationInput,
  DissolveOrganisationInput,
  AppointSecretaryInput,
  AssignSuperiorDelegateInput,
  ReportMembershipTotalsInput,
} from './organisation.inputs';

/** Commands of an organisation. */
@Resolver()
export class OrganisationCommands {
  constructor(private readonly commands: Commands) {}

  @Records('An organisation comes into being.')
  establishOrganisation(
    @Args('input') input: EstablishOrganisationInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('EstablishOrganisation', input, actor);
  }

  @Records('An organisation takes another name.')
  renameOrganisation(
    @Args('input') input: RenameOrganisationInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('RenameOrganisation', input, actor);
  }

  @Records('An organisation comes under another one.')
  reparentOrganisation(
    @Args('input') input: ReparentOrganisationInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('ReparentOrganisation', input, actor);
  }

  @Records('An organisation becomes one of another type, and perhaps of another kind.')
  changeOrganisationType(
    @Args('input') input: ChangeOrganisationTypeInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('ChangeOrganisationType', input, actor);
  }

  @Records('An organisation ceases; another one carries on.')
  mergeOrganisation(
    @Args('input') input: MergeOrganisationInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('MergeOrganisation', input, actor);
  }

  @Records('Other organisations were founded out of one, which goes on.')
  splitOrganisation(
    @Args('input') input: SplitOrganisationInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('SplitOrganisation', input, actor);
  }

  @Records('An organisation ceases. Its history stays.')
  dissolveOrganisation(
    @Args('input') input: DissolveOrganisationInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('DissolveOrganisation', input, actor);
  }

  @Records('A member becomes secretary (bí thư) of an organisation.')
  appointSecretary(
    @Args('input') input: AppointSecretaryInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('AppointSecretary', input, actor);
  }

  @Records(
    'A member of the committee above (cấp ủy viên phụ trách) takes charge of an organisation.',
  )
  assignSuperiorDelegate(
    @Args('input') input: AssignSuperiorDelegateInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('AssignSuperiorDelegate', input, actor);
  }

  @Records('Membership totals as an organisation reports them, whether they add up or not (R-29).')
  reportMembershipTotals(
    @Args('input') input: ReportMembershipTotalsInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('ReportMembershipTotals', input, actor);
  }
}
