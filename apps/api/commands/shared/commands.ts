import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRefused } from '#commands';
import type { Receipt } from '#commands';
import type { Actor } from '#vocabulary';
import { COMMAND_TIMEOUT_MS } from '../../injection-tokens';
import { CommandMetrics } from '../../operations/command-metrics';
import { commandEnvelope } from './command-envelope';
import type { CommandType, InputOf } from './command-input';
import { RecordCommand } from './record-command';
import { whileStoresAreAway } from './while-stores-are-away';

/** Passes the commands of clients to the gateway and counts the outcomes. */
@Injectable()
export class Commands {
  constructor(
    private readonly bus: CommandBus,
    private readonly metrics: CommandMetrics,
    @Inject(COMMAND_TIMEOUT_MS) private readonly timeoutMs: number,
  ) {}

  async record<T extends CommandType>(type: T, input: InputOf<T>, actor: Actor): Promise<Receipt> {
    try {
      const command = new RecordCommand(commandEnvelope(type, input, actor));
      const receipt = await whileStoresAreAway(this.timeoutMs, () => this.bus.execute(command));
      this.metrics.count(type, receipt.duplicate ? 'repeated' : 'recorded');
      return receipt;
    } catch (error) {
      this.metrics.count(type, error instanceof CommandRefused ? 'refused' : 'failed');
      throw error;
    }
  }
}
