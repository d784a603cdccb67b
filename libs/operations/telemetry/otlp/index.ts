export { OtlpTelemetry } from './otlp-telemetry';
