import { Global, Module } from '@nestjs/common';
import { HealthModule } from '#operations';
import { CommandMetrics } from './command-metrics';
import { RefusalMetrics } from './refusal-metrics';
import { RequestMetrics } from './request-metrics';
import { WebSocketMetrics } from './websocket-metrics';
import { WebhookMetrics } from './webhook-metrics';

/** What operators and their machines look at. */
@Global()
@Module({
  imports: [HealthModule],
  providers: [CommandMetrics, RefusalMetrics, RequestMetrics, WebhookMetrics, WebSocketMetrics],
  exports: [CommandMetrics, RefusalMetrics, RequestMetrics, WebhookMetrics, WebSocketMetrics],
})
export class OperationsModule {}
