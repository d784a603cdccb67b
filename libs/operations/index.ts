export { addressOf } from './address';
export { ClockWatch } from './clock-watch';
export { drain } from './drain';
export { HealthModule } from './health.module';
export { CLOCK, EVENT_LOG, MISSING_EVENTS, PROJECTED_MODELS } from './injection-tokens';
export { Metrics } from './metrics';
export { NestLog } from './nest-log';
export { within } from './within';
