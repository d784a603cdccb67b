/** Names of parts that have no class to be named by. */
export { CLOCK, EVENT_LOG, MISSING_EVENTS, PROJECTED_MODELS } from '#operations';
export const LOGGER = Symbol('Logger');
