import { Inject } from '@nestjs/common';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { CommandGateway } from '#commands';
import type { CommandEnvelope, Receipt } from '#commands';

/** A domain command on its way to its decider. */
export class RecordCommand extends Command<Receipt> {
  constructor(readonly envelope: CommandEnvelope) {
    super();
  }
}

/** One handler for all: which decider is meant, the command itself says. */
@CommandHandler(RecordCommand)
export class RecordCommandHandler implements ICommandHandler<RecordCommand> {
  constructor(@Inject(CommandGateway) private readonly gateway: CommandGateway) {}

  execute({ envelope }: RecordCommand): Promise<Receipt> {
    return this.gateway.execute([envelope]);
  }
}
