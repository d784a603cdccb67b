/** Names of parts that have no class to be named by. */
export const EVENT_LOG = Symbol('EventLog');
export const PROJECTED_MODELS = Symbol('ProjectedModels');
