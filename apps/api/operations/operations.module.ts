import { Global, Module } from '@nestjs/common';
import { HealthModule } from '#operations';
import { CommandMetrics } from './command-metrics';
import { RequestMetrics } from './request-metrics';

/** What operators and their machines look at. */
@Global()
@Module({
  imports: [HealthModule],
  providers: [CommandMetrics, RequestMetrics],
  exports: [CommandMetrics, RequestMetrics],
})
export class OperationsModule {}
