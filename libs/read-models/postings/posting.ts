import type { CollectionName } from '../definition';
import type { Ownership } from '../ownership';
import type { Direction } from '../query';

/** What events are found by, see `termOf`: a safe integer. Two things may share one, so what is found is looked at. */
export type Term = number;

/** Where in the log an event stands, and what it is found by. */
export interface Posting {
  readonly position: bigint;
  readonly terms: readonly Term[];
}

export interface PostingQuery {
  /** One group or more: a position has a term of each. */
  readonly allOf: readonly (readonly Term[])[];
  /** Inclusive. */
  readonly from?: bigint;
  /** Inclusive. */
  readonly to?: bigint;
  readonly direction: Direction;
  /** 1 or more. */
  readonly limit: number;
}

export interface PostingPage {
  /** In the direction asked, each once. */
  readonly positions: readonly bigint[];
  /**
   * Whether there may be more in this direction. A search that met its bound of work says so too: it may have found few,
   * or none, and the next one goes on behind `end`.
   */
  readonly hasMore: boolean;
  /** Up to here all was looked through: a position that has one of the terms asked for. */
  readonly end?: bigint;
}

/** The positions of one term. */
export interface DumpedPostings {
  readonly term: Term;
  readonly positions: readonly bigint[];
}

/** Which positions of a log have which terms. It grows at its end, and nothing in it changes. */
export interface PostingCollection extends CollectionName {
  /**
   * In the order of the log. What was added before may be added again, in portions cut elsewhere: it is there once.
   *
   * @throws {Fenced}
   */
  add(postings: readonly Posting[], owner: Ownership): Promise<void>;
  /** @throws {QueryRefused} for a limit or groups that do not fit */
  find(query: PostingQuery): Promise<PostingPage>;
  /** What was deferred when the collection was created; until then nothing is found. May take seconds; idempotent. */
  buildIndexes(): Promise<void>;
  /** All there is, by term. */
  dump(): AsyncIterable<DumpedPostings>;
  /** @throws {Fenced} */
  deleteAll(owner: Ownership): Promise<void>;
}
