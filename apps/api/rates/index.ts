export { ClientAddresses } from './client-addresses';
export { CostBudgets } from './cost-budgets';
export { FailedAttempts } from './failed-attempts';
export { COSTS, costOfText, RateLimits } from './rate-limits';
