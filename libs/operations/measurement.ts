import { Injectable } from '@nestjs/common';
import type { Registry } from 'prom-client';
import { LedgerMetrics } from './ledger-metrics';
import { Metrics } from './metrics';
import { ProjectionMetrics } from './projection-metrics';
import { ANSWER_MS, StoreWatch } from './store-watch';
import { within } from './within';

/** The metrics as they are now. */
@Injectable()
export class Measurement {
  constructor(
    private readonly metrics: Metrics,
    private readonly stores: StoreWatch,
    private readonly projections: ProjectionMetrics,
    private readonly ledger: LedgerMetrics,
  ) {}

  async take(): Promise<Registry> {
    this.ledger.measure();
    const { eventLog } = await this.stores.look();
    // How far projections are behind is told against the log: without it, the last figures stay.
    const measured = eventLog ? this.projections.measure().catch(() => undefined) : undefined;
    if (measured !== undefined) await within(ANSWER_MS, measured);
    return this.metrics.registry;
  }
}
