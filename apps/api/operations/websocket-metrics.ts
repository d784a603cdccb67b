import { Injectable } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import { Metrics } from '#operations';

/** What WebSockets are there, what they do and why they end. */
@Injectable()
export class WebSocketMetrics {
  readonly connections: Gauge;
  readonly operations: Gauge;
  private readonly messages: Counter<'direction'>;
  private readonly operationEnds: Counter<'reason'>;
  private readonly connectionEnds: Counter<'reason'>;

  constructor({ registry }: Metrics) {
    const registers = [registry];
    this.connections = new Gauge({
      name: 'four_good_websocket_connections',
      help: 'WebSockets that are open.',
      registers,
    });
    this.operations = new Gauge({
      name: 'four_good_websocket_operations',
      help: 'Operations under way on WebSockets.',
      registers,
    });
    this.messages = new Counter({
      name: 'four_good_websocket_messages_total',
      help: 'Messages of WebSockets, received and sent.',
      labelNames: ['direction'],
      registers,
    });
    this.operationEnds = new Counter({
      name: 'four_good_websocket_operation_ends_total',
      help: 'Operations on WebSockets that ended, by the code of the error, or "completed".',
      labelNames: ['reason'],
      registers,
    });
    this.connectionEnds = new Counter({
      name: 'four_good_websocket_ends_total',
      help: 'WebSockets that ended or were refused, by reason.',
      labelNames: ['reason'],
      registers,
    });
  }

  countMessage(direction: 'received' | 'sent'): void {
    this.messages.inc({ direction });
  }

  countOperationEnd(reason: string): void {
    this.operationEnds.inc({ reason });
  }

  countEnd(reason: string): void {
    this.connectionEnds.inc({ reason });
  }
}
