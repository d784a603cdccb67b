export { Authentication, LOCAL_OPERATOR } from './authenticate';
export { Tokens } from './tokens';
