import { parseDefinition, resolveExtension, unfilledConditions } from '#criteria';
import type { CriteriaRules } from '#domain';

/** The criteria's answers, as the domain asks for them. */
export const criteriaRules: CriteriaRules = {
  parse: parseDefinition,
  extend: resolveExtension,
  unfilled: unfilledConditions,
};
