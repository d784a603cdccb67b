export { addressOf } from './address';
export { drain } from './drain';
export { HealthModule } from './health.module';
export { EVENT_LOG, PROJECTED_MODELS } from './injection-tokens';
export { Metrics } from './metrics';
export { NestLog } from './nest-log';
