import type { Position } from '#event-log';
import type { TreeHashes } from '../tree';

/** The hash of a leaf, and where its event is in the log that is kept now. */
export interface PlacedLeaf {
  readonly hash: Buffer;
  readonly position: Position;
}

/**
 * What a ledger keeps for good, apart from the log and from whatever can be thrown away: the hashes of all leaves, so that
 * the first event that was tampered with can be named, and all that was signed.
 *
 * Every method rejects when the store cannot answer.
 */
export interface LedgerStore extends TreeHashes {
  /**
   * Several processes may keep one ledger: what is written is written in here, by one at a time. Not to be nested.
   *
   * @throws LedgerFollowed where an operator accepted a break, and another tree is the present one
   */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** How many leaves are kept. */
  size(): Promise<number>;
  /** Durable when it resolves. */
  append(leaves: readonly PlacedLeaf[]): Promise<void>;
  /** Forgets the leaves from this size on: never below what was signed. */
  truncate(size: number): Promise<void>;
  /** Hashes of so many leaves from an index on, one after the other; fewer where there are fewer. */
  leaves(from: number, count: number): Promise<Buffer>;
  /** As above, each with the place of its event. */
  placed(from: number, count: number): Promise<readonly PlacedLeaf[]>;
  /** Where the event of a leaf is; nothing for a leaf that is not kept. */
  positionOf(index: number): Promise<Position | undefined>;
  /** The leaf of the event at a position; nothing where it is not kept yet. */
  indexOf(position: Position): Promise<number | undefined>;
  /** The last one that was signed. */
  latestCheckpoint(): Promise<KeptCheckpoint | undefined>;
  /** The first of a tree of so many leaves, or of more. */
  firstCheckpoint(from: number): Promise<KeptCheckpoint | undefined>;
  /** Those of trees of `from` leaves and more, ascending; one of each size. */
  checkpoints(from: number): Promise<readonly KeptCheckpoint[]>;
  /** Durable when it resolves. One of the same size takes the place of the one before: it only has more signatures. */
  keepCheckpoint(checkpoint: KeptCheckpoint): Promise<void>;
  close(): Promise<void>;
}

/** A checkpoint as it was signed. */
export interface KeptCheckpoint {
  readonly size: number;
  readonly note: string;
}
