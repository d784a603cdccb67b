import { affordableCost } from './complexity';
import { requireNoForbiddenNulls } from './forbidden-nulls';
import type { PricedOperation } from './operation-cost';

/**
 * What is looked at before an operation that is valid is executed, whichever way it came.
 *
 * @returns what it costs
 * @throws ApiError
 */
export function requireAdmissible(asked: PricedOperation): number {
  requireNoForbiddenNulls(asked);
  return affordableCost(asked);
}
