import { Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';
import { Metrics } from '#operations';

export type CommandOutcome = 'recorded' | 'repeated' | 'refused' | 'failed';

/** What became of the commands given. */
@Injectable()
export class CommandMetrics {
  private readonly commands: Counter<'command' | 'outcome'>;

  constructor(metrics: Metrics) {
    this.commands = new Counter({
      name: 'four_good_commands_total',
      help: 'Commands by type and outcome.',
      labelNames: ['command', 'outcome'],
      registers: [metrics.registry],
    });
  }

  count(command: string, outcome: CommandOutcome): void {
    this.commands.inc({ command, outcome });
  }
}
