export { KnownReaches } from './known-reaches';
export type { Reach, Scope } from './scope';
export { declarationOf, Shown, Shows } from './shown';
export { Sight } from './sight';
