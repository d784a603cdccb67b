import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram } from 'prom-client';
import { Metrics } from '#operations';
import type { Meaning } from '#webhooks';

const MS_PER_SECOND = 1_000;
const BUCKETS_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];

/** What becomes of webhooks, as the process sees it that delivers. */
@Injectable()
export class WebhookMetrics {
  private readonly attempts: Counter<'outcome'>;
  private readonly durations: Histogram;
  private readonly failures: Counter;
  private readonly disabledNow: Gauge;
  private readonly waitingSince = new Map<string, number>();

  constructor(metrics: Metrics) {
    const registers = [metrics.registry];
    this.attempts = new Counter({
      name: 'four_good_webhook_attempts_total',
      help: 'Attempts to deliver an event to a webhook, by what the answer meant.',
      labelNames: ['outcome'],
      registers,
    });
    this.durations = new Histogram({
      name: 'four_good_webhook_attempt_duration_seconds',
      help: 'Time that receivers of webhooks take to answer.',
      buckets: BUCKETS_SECONDS,
      registers,
    });
    this.failures = new Counter({
      name: 'four_good_webhook_failures_total',
      help: 'Failures of the delivery itself, as when a store is away; the log says which.',
      registers,
    });
    this.disabledNow = new Gauge({
      name: 'four_good_webhooks_disabled',
      help: 'Webhooks that are sent nothing until they are resumed.',
      registers,
    });
    const { waitingSince } = this;
    registers[0]?.registerMetric(
      new Gauge({
        name: 'four_good_webhook_seconds_behind',
        help: 'Age of the oldest event that a webhook is still to be given and that failed before.',
        registers: [],
        collect() {
          const oldest = Math.min(Date.now(), ...waitingSince.values());
          this.set((Date.now() - oldest) / MS_PER_SECOND);
        },
      }),
    );
  }

  attempted(meaning: Meaning, durationMs: number): void {
    this.attempts.inc({ outcome: meaning.toLowerCase() });
    this.durations.observe(durationMs / MS_PER_SECOND);
  }

  waiting(webhook: string, since: string | undefined): void {
    if (since === undefined) this.waitingSince.delete(webhook);
    else this.waitingSince.set(webhook, Date.parse(since));
  }

  disabled(count: number): void {
    this.disabledNow.set(count);
  }

  failed(): void {
    this.failures.inc();
  }
}
