/** What every adapter needs to agree on how definitions, values and queries are understood. */
export { checkDefinition } from './definition-check';
export { fieldExtractor, type FieldExtractor } from './fields';
export { planQuery, planSelection, type SelectionPlan } from './plan';
