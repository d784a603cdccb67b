import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import type { EventLog } from '#event-log';
import { ClockSteps } from './clock-steps';
import type { ClockStep } from './clock-steps';
import { CLOCK, EVENT_LOG } from './injection-tokens';
import { Metrics } from './metrics';

const LOOK_EVERY_MS = 60_000;
const MOST_BEHIND_S = 300;
const MS_PER_SECOND = 1000;

/**
 * Compares this machine's clock with the time of the last event, and with how much time has really passed. The log's time never runs backwards: while a clock is
 * set back, everything is recorded at one and the same moment, and due dates wait. One that was set forward records
 * what cannot be taken back: due dates that have not come.
 */
@Injectable()
export class ClockWatch implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(ClockWatch.name);
  private readonly behind: Gauge;
  private readonly stepped: Counter;
  private clock: NodeJS.Timeout | undefined;
  private isTold = false;
  private readonly steps: ClockSteps;

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
    this.stepped = new Counter({
      name: 'four_good_clock_steps_total',
      help: 'How often the clock of this machine was set, by more than a minute, while the process ran.',
      registers: [metrics.registry],
    });
    this.steps = new ClockSteps(now);
  }

  /** The last time that the clock was set, as far as this process has seen it. */
  lastStep(): ClockStep | undefined {
    this.lookForStep();
    return this.steps.last;
  }

  onApplicationBootstrap(): void {
    void this.look();
    this.clock = setInterval(() => void this.look(), LOOK_EVERY_MS);
    this.clock.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.clock);
  }

  private lookForStep(): void {
    const step = this.steps.look();
    if (step === undefined) return;
    this.stepped.inc();
    const { seconds } = step;
    const way = seconds > 0 ? 'forward' : 'back';
    this.logger.warn(
      `The clock of this machine went ${way} by ${Math.abs(seconds)} s that did not pass: it was set, or the machine was suspended. Look at what was recorded since`,
    );
  }

  private async look(): Promise<void> {
    this.lookForStep();
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
