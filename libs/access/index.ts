export { mayActFor } from './acting-for';
export { authorise } from './authorise';
export { RULES } from './rules';
