export { Authentication, LOCAL_OPERATOR } from './authenticate';
export type { RequestOrigin } from './local-request';
export { TokenLivesTooLong, Tokens } from './tokens';
export { authenticationOf } from './authentication-of';
export { isRoleOfKnown, RoleNotOfKind } from './role-in-organisation';
