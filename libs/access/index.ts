export { mayActFor } from './acting-for';
export { authorise } from './authorise';
export { isRole, ROLES, type Role } from './roles';
export { RULES } from './rules';
