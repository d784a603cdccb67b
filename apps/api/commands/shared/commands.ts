import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { mayActFor } from '#access';
import { CommandRefused } from '#commands';
import type { Receipt } from '#commands';
import type { Actor } from '#vocabulary';
import { CommandMetrics } from '../../operations/command-metrics';
import { forbidden } from '../../errors';
import type { CommandInput } from './command.input';
import { envelopeOf, ownPart } from './envelope-of';
import type { CommandBody, CommandType } from './envelope-of';
import { RecordCommand } from './record-command';

/** Hands the commands of clients over to be decided, and counts what became of them. */
@Injectable()
export class Commands {
  constructor(
    private readonly bus: CommandBus,
    private readonly metrics: CommandMetrics,
  ) {}

  /** For inputs whose own fields are the command's. */
  record<T extends CommandType>(
    type: T,
    input: CommandInput & CommandBody<T>,
    actor: Actor,
  ): Promise<Receipt> {
    return this.recordAs(type, input, ownPart(input) as unknown as CommandBody<T>, actor);
  }

  /** For inputs that say the command's own in another form. */
  async recordAs<T extends CommandType>(
    type: T,
    input: CommandInput,
    body: CommandBody<T>,
    actor: Actor,
  ): Promise<Receipt> {
    requireActing(actor, input);
    try {
      const receipt = await this.bus.execute(
        new RecordCommand(envelopeOf(type, input, body, actor)),
      );
      this.metrics.count(type, receipt.duplicate ? 'repeated' : 'recorded');
      return receipt;
    } catch (error) {
      this.metrics.count(type, error instanceof CommandRefused ? 'refused' : 'failed');
      throw error;
    }
  }
}

function requireActing(actor: Actor, { onBehalfOf }: CommandInput): void {
  if (onBehalfOf !== undefined && !mayActFor(actor, onBehalfOf)) {
    throw forbidden('acting for another organisation');
  }
}
