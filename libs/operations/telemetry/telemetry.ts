import { hostname } from 'node:os';
import type { Logger } from 'pino';
import type { Telemetry } from './telemetry.port';

export interface TelemetrySettings {
  /** Where a collector takes OTLP over HTTP, without `/v1/traces`: `http://collector:4318`. None: nothing is sent. */
  readonly telemetryEndpoint?: string;
}

const NONE: Telemetry = { measure: () => undefined, stop: () => Promise.resolve() };

/**
 * Sends spans, and later metrics, to a collector. What sends them is loaded here and nowhere else: a program that has no
 * collector does not have it in its memory.
 *
 * @param program as the collector shows it: `four-good-service`
 */
export async function startTelemetry(
  { telemetryEndpoint: endpoint }: TelemetrySettings,
  program: string,
  logger: Logger,
): Promise<Telemetry> {
  if (endpoint === undefined) return NONE;
  const { OtlpTelemetry } = await import('#operations/telemetry/otlp');
  const instance = `${hostname()}:${process.pid}`;
  return new OtlpTelemetry({ endpoint, program, instance }, logger);
}
