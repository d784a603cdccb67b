import { Controller, Get, Header } from '@nestjs/common';
import { Metrics } from './metrics';
import { ProjectionMetrics } from './projection-metrics';

@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly projections: ProjectionMetrics,
  ) {}

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async scrape(): Promise<string> {
    await this.projections.measure();
    return this.metrics.registry.metrics();
  }
}
