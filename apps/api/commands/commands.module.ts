import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CommandMutations } from './command-mutations';
import { Commands, RecordCommandHandler } from './shared';
import { LedgerMutations } from './ledger-mutations';
import { WebhookMutations } from './webhook-mutations';

/** The mutations: one per command of the domain. */
@Module({
  imports: [CqrsModule.forRoot()],
  providers: [Commands, RecordCommandHandler, CommandMutations, LedgerMutations, WebhookMutations],
})
export class CommandsModule {}
