export { AREAS, sightOf } from './areas';
export type { Area, Sight } from './areas';
export { authorise } from './authorise';
export type { Wanted } from './authorise';
export { RULES } from './rules';
