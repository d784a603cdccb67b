import { setGlobalErrorHandler } from '@opentelemetry/core';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import type { Resource } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { RegistryProducer } from './registry-producer';
import type { Telemetry } from '../telemetry.port';

/** Whom to tell, and who tells it. */
interface Told {
  readonly endpoint: string;
  readonly program: string;
  readonly instance: string;
}

/** A collector that is away is told once in this time. */
const TELL_EVERY_MS = 600_000;

export class OtlpTelemetry implements Telemetry {
  private readonly resource: Resource;
  private readonly traces: NodeTracerProvider;
  private metrics: MeterProvider | undefined;

  constructor(
    private readonly settings: Told,
    logger: Logger,
  ) {
    const { program, instance } = settings;
    this.resource = resourceFromAttributes({
      'service.name': program,
      'service.instance.id': instance,
    });
    tellFailures(logger);
    this.traces = new NodeTracerProvider({
      resource: this.resource,
      spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url: this.url('traces') }))],
    });
    this.traces.register();
  }

  measure(take: () => Promise<Registry>): void {
    const reader = new PeriodicExportingMetricReader({
      exporter: new OTLPMetricExporter({ url: this.url('metrics') }),
      metricProducers: [new RegistryProducer(take, this.resource)],
    });
    this.metrics = new MeterProvider({ resource: this.resource, readers: [reader] });
  }

  async stop(): Promise<void> {
    await Promise.allSettled([this.metrics?.shutdown(), this.traces.shutdown()]);
  }

  private url(signal: 'traces' | 'metrics'): string {
    return `${this.settings.endpoint.replace(/\/+$/, '')}/v1/${signal}`;
  }
}

/** What the collector misses is lost; that it does is told, and what for is not: it may be about what was sent. */
function tellFailures(logger: Logger): void {
  let toldAt = -Infinity;
  setGlobalErrorHandler((error) => {
    if (performance.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = performance.now();
    const reason = error instanceof Error ? error.name : 'unknown';
    logger.warn(
      { reason },
      'The collector of OTEL_EXPORTER_OTLP_ENDPOINT does not take what is sent',
    );
  });
}
