import { Global, Module } from '@nestjs/common';
import { HealthModule } from '#operations';
import { CommandMetrics } from './command-metrics';
import { RefusalMetrics } from './refusal-metrics';
import { RequestMetrics } from './request-metrics';
import { WebSocketMetrics } from './websocket-metrics';

/** What operators and their machines look at. */
@Global()
@Module({
  imports: [HealthModule],
  providers: [CommandMetrics, RefusalMetrics, RequestMetrics, WebSocketMetrics],
  exports: [CommandMetrics, RefusalMetrics, RequestMetrics, WebSocketMetrics],
})
export class OperationsModule {}
