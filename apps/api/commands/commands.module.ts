import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CommandMutations } from './command-mutations';
import { Commands, RecordCommandHandler } from './shared';
import { WebhookMutations } from './webhook-mutations';

/** The mutations: one per command of the domain. */
@Module({
  imports: [CqrsModule.forRoot()],
  providers: [Commands, RecordCommandHandler, CommandMutations, WebhookMutations],
})
export class CommandsModule {}
