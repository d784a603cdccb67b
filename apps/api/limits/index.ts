export { requireAdmissible } from './admission';
export { complexityPlugin } from './complexity.plugin';
export { depthRule } from './depth.rule';
export { LIMITS } from './limits';
