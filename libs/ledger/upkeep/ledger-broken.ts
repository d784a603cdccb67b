/** What happened to an event that was signed. */
export interface LedgerBreak {
  /** Of the first leaf that differs; nothing where what was kept of the leaves is gone, too. */
  readonly index?: number;
  /** The event that the log has in its place; nothing where the log ends before. */
  readonly event?: string;
  /** The last tree that was signed before that leaf, and the first after it. */
  readonly signedBefore: number;
  readonly signedAfter: number;
  /** For an operator. */
  readonly reason: string;
}

/** The log does not give what was signed: nothing is signed any more. */
export class LedgerBroken extends Error {
  override readonly name = 'LedgerBroken';

  constructor(readonly found: LedgerBreak) {
    super(found.reason);
  }
}
