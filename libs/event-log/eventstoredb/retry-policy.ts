/** How long the adapter waits for the store, in milliseconds, and how often it asks again. */
export interface RetryPolicy {
  /** For the answer to one append, and for the next event of a read. */
  readonly answerMs: number;
  /** For the events of an append to come by, once it is acknowledged; then they are read. */
  readonly sightingMs: number;
  /** Tries of one append or read, the first included. */
  readonly attempts: number;
  /** Before the second try; doubled before each further one. */
  readonly firstPauseMs: number;
  /** No try of an append begins later than this after its first. */
  readonly giveUpMs: number;
  /** The longest pause of a subscription, which never gives up. */
  readonly longestPauseMs: number;
  /** After which a subscription that was told of nothing looks for itself. */
  readonly pollEveryMs: number;
}

/**
 * A command has to be answered while somebody waits for it; a subscription has all the time there is. A server
 * that hangs is noticed by these times alone: the client has none of its own for batch appends and reads.
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
