import { requireAffordable } from './complexity';
import { requireNoForbiddenNulls } from './forbidden-nulls';
import type { PricedOperation } from './operation-cost';

/**
 * What is looked at before an operation that is valid is executed, whichever way it came.
 *
 * @throws ApiError
 */
export function requireAdmissible(asked: PricedOperation): void {
  requireNoForbiddenNulls(asked);
  requireAffordable(asked);
}
