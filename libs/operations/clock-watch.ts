import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { Gauge } from 'prom-client';
import type { EventLog } from '#event-log';
import { CLOCK, EVENT_LOG } from './injection-tokens';
import { Metrics } from './metrics';

const LOOK_EVERY_MS = 60_000;
const MOST_BEHIND_S = 300;
const MS_PER_SECOND = 1000;

/**
 * Compares this machine's clock with the time of the last event. The log's time never runs backwards: while a clock is
 * set back, everything is recorded at one and the same moment, and due dates wait.
 */
@Injectable()
export class ClockWatch implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(ClockWatch.name);
  private readonly behind: Gauge;
  private clock: NodeJS.Timeout | undefined;
  private isTold = false;

  constructor(
    metrics: Metrics,
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {
    this.behind = new Gauge({
      name: 'four_good_clock_behind_seconds',
      help: 'By how much the clock of this machine is behind the last event of the log; 0 if it is not.',
      registers: [metrics.registry],
    });
  }

  onApplicationBootstrap(): void {
    void this.look();
    this.clock = setInterval(() => void this.look(), LOOK_EVERY_MS);
    this.clock.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.clock);
  }

  private async look(): Promise<void> {
    // While the log does not answer, others say so.
    const last = await this.log
      .readAllSlice({ direction: 'backwards', maxCount: 1 })
      .then(([event]) => event)
      .catch(() => undefined);
    if (last === undefined) return;
    const ahead = Date.parse(last.recordedAt) - this.now().getTime();
    const seconds = Math.max(0, Math.round(ahead / MS_PER_SECOND));
    this.behind.set(seconds);
    const isBehind = seconds > MOST_BEHIND_S;
    if (isBehind && !this.isTold) {
      this.logger.warn(
        `The clock of this machine is ${seconds} s behind the last event of the log, which was recorded at ${last.recordedAt}; set it`,
      );
    }
    this.isTold = isBehind;
  }
}
