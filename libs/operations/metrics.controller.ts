import { Controller, Get, Header } from '@nestjs/common';
import { Metrics } from './metrics';
import { ProjectionMetrics } from './projection-metrics';
import { StoreWatch } from './store-watch';

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
    if (eventLog) await this.projections.measure();
    return this.metrics.registry.metrics();
  }
}
