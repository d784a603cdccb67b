import { Controller, Get, Header } from '@nestjs/common';
import { Metrics } from './metrics';
import { ProjectionMetrics } from './projection-metrics';
import { ANSWER_MS, StoreWatch } from './store-watch';
import { within } from './within';

@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly stores: StoreWatch,
    private readonly projections: ProjectionMetrics,
  ) {}

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async scrape(): Promise<string> {
    const { eventLog } = await this.stores.look();
    // How far projections are behind is told against the log: without it, the last figures stay.
    const measured = eventLog ? this.projections.measure().catch(() => undefined) : undefined;
    if (measured !== undefined) await within(ANSWER_MS, measured);
    return this.metrics.registry.metrics();
  }
}
