import { Inject } from '@nestjs/common';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { CommandGateway } from '#commands';
import type { CommandEnvelope, Receipt } from '#commands';
import { inSpan } from '#tracing';

/** A domain command to be decided. */
export class RecordCommand extends Command<Receipt> {
  constructor(readonly envelope: CommandEnvelope) {
    super();
  }
}

/** One handler for all commands: the type of the command selects the decider. */
@CommandHandler(RecordCommand)
export class RecordCommandHandler implements ICommandHandler<RecordCommand> {
  constructor(@Inject(CommandGateway) private readonly gateway: CommandGateway) {}

  execute({ envelope }: RecordCommand): Promise<Receipt> {
    return inSpan('command', { 'four_good.command': envelope.command.type }, () =>
      this.gateway.execute([envelope]),
    );
  }
}
