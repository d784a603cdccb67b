import { Global, Module } from '@nestjs/common';
import { HealthModule } from '#operations';
import { CommandMetrics } from './command-metrics';
import { RequestMetrics } from './request-metrics';
import { WebhookMetrics } from './webhook-metrics';

/** What operators and their machines look at. */
@Global()
@Module({
  imports: [HealthModule],
  providers: [CommandMetrics, RequestMetrics, WebhookMetrics],
  exports: [CommandMetrics, RequestMetrics, WebhookMetrics],
})
export class OperationsModule {}
