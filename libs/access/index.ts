export { authorise } from './authorise';
export { RULES } from './rules';
