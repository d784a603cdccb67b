export { addressOf } from './address';
export { ClockWatch } from './clock-watch';
export { drain } from './drain';
export { HealthModule } from './health.module';
export {
  ACCESS_LEDGER,
  CLOCK,
  EVENT_LOG,
  LEDGER,
  MISSING_EVENTS,
  PROJECTED_MODELS,
} from './injection-tokens';
export { Measurement } from './measurement';
export { Metrics } from './metrics';
export { NestLog } from './nest-log';
export { startTelemetry, type Telemetry } from './telemetry';
export type { WatchedLedger } from './watched-ledger';
export { within } from './within';
