import { requireThat } from './requirements';
import type { Requirement } from './requirements';

/** Nothing is listed twice. */
export function requireDistinct(values: readonly string[], field: string): Requirement {
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  return requireThat(twice === undefined, 'LISTED_TWICE', { field, details: { value: twice } });
}
