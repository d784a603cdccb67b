import { Global, Module } from '@nestjs/common';
import { ClockWatch } from './clock-watch';
import { HealthController } from './health.controller';
import { LedgerMetrics } from './ledger-metrics';
import { Measurement } from './measurement';
import { Metrics } from './metrics';
import { MetricsController } from './metrics.controller';
import { ProjectionMetrics } from './projection-metrics';
import { Readiness } from './readiness';
import { StoreWatch } from './store-watch';

/** What operators and their machines look at, in every program that has to do with read models. */
@Global()
@Module({
  controllers: [HealthController, MetricsController],
  providers: [
    ClockWatch,
    LedgerMetrics,
    Measurement,
    Metrics,
    ProjectionMetrics,
    Readiness,
    StoreWatch,
  ],
  exports: [ClockWatch, Metrics],
})
export class HealthModule {}
