import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { COMMAND_RESOLVERS } from './command-resolvers';
import { Commands, RecordCommandHandler } from './shared';

/** The mutations: one per command of the domain. */
@Module({
  imports: [CqrsModule.forRoot()],
  providers: [Commands, RecordCommandHandler, ...COMMAND_RESOLVERS],
})
export class CommandsModule {}
