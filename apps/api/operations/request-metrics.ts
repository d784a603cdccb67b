import { Injectable } from '@nestjs/common';
import { Histogram } from 'prom-client';
import { Metrics } from '#operations';

const BUCKETS_SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** How long requests take. */
@Injectable()
export class RequestMetrics {
  private readonly durations: Histogram<'method' | 'route' | 'status'>;

  constructor(metrics: Metrics) {
    this.durations = new Histogram({
      name: 'four_good_http_request_duration_seconds',
      help: 'Time to answer HTTP requests, by method, route and status.',
      labelNames: ['method', 'route', 'status'],
      buckets: BUCKETS_SECONDS,
      registers: [metrics.registry],
    });
  }

  observe(method: string, route: string, status: number, seconds: number): void {
    this.durations.observe({ method, route, status }, seconds);
  }
}
