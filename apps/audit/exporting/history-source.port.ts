/** Where a history and what was signed of it are read from. */
export interface HistorySource {
  /** Of the log: the id of its first event; and the organisation of whose part alone it tells, unless it tells all. */
  about(): Promise<{ readonly log: string; readonly part?: string }>;
  /** All that were kept, ascending, as they were signed. */
  checkpoints(): Promise<readonly string[]>;
  /** Verifier keys of the ledger. */
  keys(): Promise<readonly string[]>;
  /** Whether the service itself has found that the log does not give what it signed. */
  isBroken(): Promise<boolean>;
  /** The hashes of leaves up to `size`, 32 bytes each, in portions. */
  leaves(size: number): AsyncIterable<Uint8Array>;
  /** Lines of an events file, of what may be read of the leaves from `from` up to `to`, exclusive. */
  events(from: number, to: number, under?: string): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}
