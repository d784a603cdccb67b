export { ClientAddresses } from './client-addresses';
export { FailedAttempts } from './failed-attempts';
export { COSTS, RateLimits } from './rate-limits';
