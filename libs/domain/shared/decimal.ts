import { compareDecimals, isDecimal } from '#vocabulary';
import { requireThat } from './requirements';
import type { Requirement } from './requirements';

export function requireDecimal(value: string, field: string): Requirement {
  return requireThat(isDecimal(value), 'VALUE_INVALID', { field, value });
}

/** A decimal from 0. */
export function requireAmount(value: string, field: string): Requirement {
  const holds = isDecimal(value) && compareDecimals(value, 0) >= 0;
  return requireThat(holds, 'VALUE_INVALID', { field, value, details: { minimum: 0 } });
}
