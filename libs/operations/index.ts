export { addressOf } from './address';
export { drain } from './drain';
export { HealthModule } from './health.module';
export { CLOCK, EVENT_LOG, MISSING_EVENTS, PROJECTED_MODELS } from './injection-tokens';
export { Measurement } from './measurement';
export { Metrics } from './metrics';
export { NestLog } from './nest-log';
export { startTelemetry, type Telemetry } from './telemetry';
export { within } from './within';
