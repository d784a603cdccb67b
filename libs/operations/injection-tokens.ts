/** Names of parts that have no class to be named by. */
export const EVENT_LOG = Symbol('EventLog');
/** `() => Date`: what the service takes for the time. */
export const CLOCK = Symbol('Clock');
/** {@link WatchedLedger}: where a program has one. */
export const LEDGER = Symbol('Ledger');
export const ACCESS_LEDGER = Symbol('AccessLedger');
export const PROJECTED_MODELS = Symbol('ProjectedModels');
/** `ReadonlyMap` from a stream to the first of its revisions that was found missing. */
export const MISSING_EVENTS = Symbol('MissingEvents');
