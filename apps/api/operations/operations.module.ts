import { Global, Module } from '@nestjs/common';
import { HealthModule } from '#operations';
import { CommandMetrics } from './command-metrics';
import { RefusalMetrics } from './refusal-metrics';
import { RequestMetrics } from './request-metrics';

/** What operators and their machines look at. */
@Global()
@Module({
  imports: [HealthModule],
  providers: [CommandMetrics, RefusalMetrics, RequestMetrics],
  exports: [CommandMetrics, RefusalMetrics, RequestMetrics],
})
export class OperationsModule {}
