export { Authentication, LOCAL_OPERATOR } from './authenticate';
export { Tokens } from './tokens';
export { isRoleOfKnown, RoleNotOfKind } from './role-in-organisation';
