/** Names of parts that have no class to be named by. */
export {
  ACCESS_LEDGER,
  CLOCK,
  EVENT_LOG,
  LEDGER,
  MISSING_EVENTS,
  PROJECTED_MODELS,
} from '#operations';
/** How long a command waits for stores, in milliseconds. */
export const COMMAND_TIMEOUT_MS = Symbol('CommandTimeoutMs');
/** How long an operation may take, in milliseconds. */
export const OPERATION_TIMEOUT_MS = Symbol('OperationTimeoutMs');
/** How often a feed says how far it has come, in milliseconds. */
export const FEED_HEARTBEAT_MS = Symbol('FeedHeartbeatMs');
export const LOGGER = Symbol('Logger');
