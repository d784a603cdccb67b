import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandRefused } from '#commands';
import type { Receipt } from '#commands';
import { LEDGER_OF_HISTORY, refusal } from '#domain';
import type { Actor } from '#vocabulary';
import { Acting } from '../identity/acting';
import { HistoryLedger } from '../ledger/history-ledger';
import { AcceptLedgerBreakInput } from './ledger.inputs';
import { Commands, ReceiptType } from './shared';

/** What the service says of its ledger goes with what an operator says. */
@Resolver()
export class LedgerMutations {
  constructor(
    private readonly commands: Commands,
    private readonly ledger: HistoryLedger,
  ) {}

  @Mutation(() => ReceiptType, {
    description:
      'An operator accepts that the log no longer gives what the ledger signed, and says why. A new tree of the whole log follows, under another name and key.',
  })
  async acceptLedgerBreak(
    @Args('input') { commandId, ...given }: AcceptLedgerBreakInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    // Given again, it is the same as before, though nothing is broken any more.
    const before = await this.ledger.acceptedBy(commandId);
    const found = before ?? (await this.ledger.breakToAccept());
    // It may be recorded already: by another service beside the log, or by a process that ended there.
    const isFollowed = before === undefined && (await this.ledger.follow());
    if (found === undefined || isFollowed) {
      throw new CommandRefused(refusal('LEDGER_NOT_BROKEN', { ledger: LEDGER_OF_HISTORY }));
    }
    const command = { commandId, ...given, ...found };
    const receipt = await this.commands.record('AcceptLedgerBreak', command, actor);
    await this.ledger.follow();
    return receipt;
  }
}
