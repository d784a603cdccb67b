import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRefused } from '#commands';
import type { Receipt } from '#commands';
import type { Actor } from '#vocabulary';
import { CommandMetrics } from '../../operations/command-metrics';
import { commandEnvelope } from './command-envelope';
import type { CommandType, InputOf } from './command-input';
import { RecordCommand } from './record-command';

/** Passes the commands of clients to the gateway and counts the outcomes. */
@Injectable()
export class Commands {
  constructor(
    private readonly bus: CommandBus,
    private readonly metrics: CommandMetrics,
  ) {}

  async record<T extends CommandType>(type: T, input: InputOf<T>, actor: Actor): Promise<Receipt> {
    try {
      const receipt = await this.bus.execute(
        new RecordCommand(commandEnvelope(type, input, actor)),
      );
      this.metrics.count(type, receipt.duplicate ? 'repeated' : 'recorded');
      return receipt;
    } catch (error) {
      this.metrics.count(type, error instanceof CommandRefused ? 'refused' : 'failed');
      throw error;
    }
  }
}
