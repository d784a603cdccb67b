/** Names of parts that have no class to be named by. */
export { EVENT_LOG, PROJECTED_MODELS } from '#operations';
export const LOGGER = Symbol('Logger');
