import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CommandMutations } from './command-mutations';
import { Commands, RecordCommandHandler } from './shared';

/** The mutations: one per command of the domain. */
@Module({
  imports: [CqrsModule.forRoot()],
  providers: [Commands, RecordCommandHandler, CommandMutations],
})
export class CommandsModule {}
