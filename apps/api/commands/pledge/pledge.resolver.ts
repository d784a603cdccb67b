import { Args, Resolver } from '@nestjs/graphql';
import type { Receipt } from '#commands';
import type { Actor } from '#vocabulary';
import { Acting } from '../../identity/acting';
import { Commands, Records } from '../shared';
import {
  RegisterPledgeInput,
  SignPledgeInput,
  ReportPledgeItemInput,
  WithdrawPledgeInput,
} from './pledge.inputs';

/** Commands of a pledge. */
@Resolver()
export class PledgeCommands {
  constructor(private readonly commands: Commands) {}

  @Records('An organisation, or one of its members, registers for a year (đăng ký).')
  registerPledge(
    @Args('input') input: RegisterPledgeInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('RegisterPledge', input, actor);
  }

  @Records('A registered pledge is signed (ký kết giao ước thi đua).')
  signPledge(@Args('input') input: SignPledgeInput, @Acting() actor: Actor): Promise<Receipt> {
    return this.commands.record('SignPledge', input, actor);
  }

  @Records('What became of one thing pledged.')
  reportPledgeItem(
    @Args('input') input: ReportPledgeItemInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('ReportPledgeItem', input, actor);
  }

  @Records('A pledge is withdrawn.')
  withdrawPledge(
    @Args('input') input: WithdrawPledgeInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('WithdrawPledge', input, actor);
  }
}
