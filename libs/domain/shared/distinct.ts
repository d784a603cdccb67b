import { refusal } from './refusal';
import type { Requirement } from './requirements';

/** Nothing is listed twice. */
export function requireDistinct(values: readonly string[], field: string): Requirement {
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  return twice === undefined ? undefined : refusal('LISTED_TWICE', { field, value: twice });
}
