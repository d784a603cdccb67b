import { Global, Module } from '@nestjs/common';
import { CommandMetrics } from './command-metrics';
import { HealthController } from './health.controller';
import { Metrics } from './metrics';
import { MetricsController } from './metrics.controller';
import { ProjectionMetrics } from './projection-metrics';
import { Readiness } from './readiness';
import { RequestMetrics } from './request-metrics';

/** What operators and their machines look at. */
@Global()
@Module({
  controllers: [HealthController, MetricsController],
  providers: [Metrics, CommandMetrics, RequestMetrics, ProjectionMetrics, Readiness],
  exports: [CommandMetrics, RequestMetrics],
})
export class OperationsModule {}
