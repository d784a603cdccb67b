import { Args, Resolver } from '@nestjs/graphql';
import type { Receipt } from '#commands';
import type { Actor } from '#vocabulary';
import { Acting } from '../../identity/acting';
import { Commands, Records } from '../shared';
import {
  AdmitMemberInput,
  MakeMemberOfficialInput,
  TransferMemberInput,
  ExemptMemberInput,
  SuspendMemberInput,
  ResumeMemberInput,
  RecordMemberLeftInput,
  LinkResidenceInput,
} from './member.inputs';

/** Commands of a member. */
@Resolver()
export class MemberCommands {
  constructor(private readonly commands: Commands) {}

  @Records(
    'A person becomes a probationary member, or is taken over with that date of admission. `effectiveAt` says since when the organisation has the member.',
  )
  admitMember(@Args('input') input: AdmitMemberInput, @Acting() actor: Actor): Promise<Receipt> {
    return this.commands.record('AdmitMember', input, actor);
  }

  @Records('A probationary member becomes an official one.')
  makeMemberOfficial(
    @Args('input') input: MakeMemberOfficialInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('MakeMemberOfficial', input, actor);
  }

  @Records('A member moves from one organisation to another.')
  transferMember(
    @Args('input') input: TransferMemberInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('TransferMember', input, actor);
  }

  @Records('A member is exempted from work and meetings (R-24).')
  exemptMember(@Args('input') input: ExemptMemberInput, @Acting() actor: Actor): Promise<Receipt> {
    return this.commands.record('ExemptMember', input, actor);
  }

  @Records('A member is suspended from meetings (R-24).')
  suspendMember(
    @Args('input') input: SuspendMemberInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('SuspendMember', input, actor);
  }

  @Records('An exempted or suspended member takes part again.')
  resumeMember(@Args('input') input: ResumeMemberInput, @Acting() actor: Actor): Promise<Receipt> {
    return this.commands.record('ResumeMember', input, actor);
  }

  @Records('A member is one no more.')
  recordMemberLeft(
    @Args('input') input: RecordMemberLeftInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('RecordMemberLeft', input, actor);
  }

  @Records('The organisation of the place where a member lives, which follows the member too.')
  linkResidence(
    @Args('input') input: LinkResidenceInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('LinkResidence', input, actor);
  }
}
