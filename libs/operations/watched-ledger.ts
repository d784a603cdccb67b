/** What operators look at of a ledger; `found` is what was found where it is broken. */
export interface WatchedLedger {
  readonly state: 'CHECKING' | 'SIGNING' | 'BROKEN';
  readonly found: object | undefined;
  /** Of the last tree that was signed. */
  readonly signedSize: number;
  /** Those that are asked to cosign, and how large the last tree was that each did. */
  readonly witnesses: readonly {
    readonly name: string;
    readonly state: string;
    readonly size: number;
  }[];
}
