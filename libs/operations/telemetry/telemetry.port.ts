import type { Registry } from 'prom-client';

/** Traces and metrics on their way to a collector. */
export interface Telemetry {
  /** From now on sends metrics, too, as they are each time. */
  measure(take: () => Promise<Registry>): void;
  /** Sends what is left, as far as the collector takes it. */
  stop(): Promise<void>;
}
