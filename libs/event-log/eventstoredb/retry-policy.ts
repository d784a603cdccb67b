/** How long the adapter waits for the store, in milliseconds, and how often it retries. */
export interface RetryPolicy {
  /** For the answer to one append, and for the next event of a read. */
  readonly answerMs: number;
  /** The wait for the events of an acknowledged append on the subscription; then they are read. */
  readonly sightingMs: number;
  /** Tries of one append or read, the first included. */
  readonly attempts: number;
  /** Before the second try; doubled before each further one. */
  readonly firstPauseMs: number;
  /** No try of an append begins later than this after its first. */
  readonly giveUpMs: number;
  /** The longest pause of a subscription, which never gives up. */
  readonly longestPauseMs: number;
  /** The interval after which a silent subscription polls. */
  readonly pollEveryMs: number;
}

/**
 * A client waits for a command; a subscription may wait indefinitely. Only these limits detect a
 * server that hangs: the client library has none for batch appends and reads.
 */
export const RETRY_POLICY: RetryPolicy = {
  answerMs: 5_000,
  sightingMs: 250,
  attempts: 5,
  firstPauseMs: 50,
  giveUpMs: 8_000,
  longestPauseMs: 2_000,
  pollEveryMs: 1_000,
};

export function pauseBefore(attempt: number, retryPolicy: RetryPolicy): number {
  return Math.min(retryPolicy.firstPauseMs * 2 ** (attempt - 1), retryPolicy.longestPauseMs);
}
