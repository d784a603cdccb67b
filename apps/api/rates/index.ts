export { ClientAddresses } from './client-addresses';
export { FailedAttempts } from './failed-attempts';
export { COSTS, costOfText, RateLimits } from './rate-limits';
