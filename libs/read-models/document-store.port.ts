import type { CollectionDefinition, CollectionName } from './definition';
import type { DumpedDocument, GuardedWrite, Loaded } from './document';
import type { Posting, PostingCollection } from './postings';
import type { Ownership } from './ownership';
import type { Page, Query, Selection } from './query';

export type { Ownership };

/** How far a projection has come. */
export interface Checkpoint {
  /** Position of the last event of the last complete batch. */
  readonly position: bigint;
  /** When that event was recorded, RFC 3339. */
  readonly recordedAt?: string;
  /** Events applied since the beginning of the log. */
  readonly events?: number;
}

export interface CheckpointStore {
  load(): Promise<Checkpoint | undefined>;
  /** @throws {Fenced} */
  save(checkpoint: Checkpoint, owner: Ownership): Promise<void>;
}

export interface LeaseTerms {
  readonly ttlMs: number;
  /** Milliseconds since 1970, from the caller's clock. */
  readonly now: number;
}

export interface HeldLease extends Ownership {
  readonly expiresAt: number;
}

export interface Leases {
  /** `undefined` while another holder's lease has not expired. A holder that asks again fences its former self. */
  acquire(
    request: LeaseTerms & { readonly projection: string; readonly holder: string },
  ): Promise<Ownership | undefined>;
  /** An expired lease that nobody took can be renewed. @throws {Fenced} */
  renew(owner: Ownership, terms: LeaseTerms): Promise<void>;
  /** Gives the lease up and fences this ownership; nothing happens if it has passed on already. */
  release(owner: Ownership): Promise<void>;
  current(projection: string): Promise<HeldLease | undefined>;
}

/** Which version of a collection readers see. */
export interface Aliases {
  get(name: string): Promise<number | undefined>;
  /** Switches all the collections named at once. @throws {CollectionUnknown} */
  set(versions: Readonly<Record<string, number>>): Promise<void>;
  /** Readers see no version of these collections any more, until one is set again. */
  remove(names: readonly string[]): Promise<void>;
  list(): Promise<readonly CollectionName[]>;
}

export interface CollectionChanges {
  readonly collection: CollectionName;
  readonly changes: readonly GuardedWrite<object>[];
}

export interface AddedPostings {
  readonly collection: CollectionName;
  readonly postings: readonly Posting[];
}

/** What one batch of events did. */
export interface Batch {
  readonly owner: Ownership;
  readonly writes: readonly CollectionChanges[];
  readonly postings?: AddedPostings;
  readonly checkpoint?: Checkpoint;
}

export interface DocumentCollection<D extends object> extends CollectionDefinition {
  /** Documents and tombstones; what never existed is not in the answer. */
  load(ids: Iterable<string>): Promise<Map<string, Loaded<D>>>;
  /**
   * Compare-and-set of each document on its position. An id may occur once.
   * @throws {WriteConflict | Fenced | DocumentRefused}
   */
  write(changes: readonly GuardedWrite<D>[], owner: Ownership): Promise<void>;
  /** One page by keyset: inserts and removals elsewhere do not shift it. @throws {IndexMissing | QueryRefused} */
  find(query: Query): Promise<Page<D>>;
  /** @throws {IndexMissing | QueryRefused} */
  count(selection: Selection): Promise<number>;
  /** Builds the indexes that were deferred; until then queries over them are refused. May take seconds; idempotent. */
  buildIndexes(): Promise<void>;
  /** Every document (no tombstones) by id. */
  dump(): AsyncIterable<DumpedDocument>;
  /** Removes documents and tombstones, keeps the collection. @throws {Fenced} */
  deleteAll(owner: Ownership): Promise<void>;
}

export interface CollectionOptions {
  /**
   * `deferred`: a collection that does not exist yet is created without its indexes, which makes catching up much faster;
   * call {@link DocumentCollection.buildIndexes} before it becomes active. Otherwise whatever is missing is built now.
   */
  readonly indexes?: 'deferred';
}

/**
 * Documents of read models. Only what a document database can do without transactions is promised: each document, the
 * checkpoint and the set of aliases change atomically, nothing together.
 */
export interface DocumentStore {
  /**
   * How many commits, each of another projection, are of use at the same time: one where one writer writes at a time,
   * several where a commit mostly waits for an answer.
   */
  readonly commitsAtATime: number;
  /** Creates the collection and its indexes if need be. @throws {DefinitionRefused} */
  collection<D extends object>(
    definition: CollectionDefinition,
    options?: CollectionOptions,
  ): Promise<DocumentCollection<D>>;
  /** Creates the collection if need be. @throws {DefinitionRefused} where there are documents of this name and version */
  postings(collection: CollectionName, options?: CollectionOptions): Promise<PostingCollection>;
  /**
   * Writes documents, postings, then the checkpoint, in this order or all at once: a crash in between is healed by
   * replaying the batch.
   * @throws {WriteConflict | Fenced | DocumentRefused | CollectionUnknown}
   */
  commit(batch: Batch): Promise<void>;
  checkpoint(projection: string): CheckpointStore;
  readonly lease: Leases;
  readonly alias: Aliases;
  /** The versions of a collection that exist, lowest first. */
  versions(name: string): Promise<readonly number[]>;
  /** Removes a version of a collection, if it exists. @throws {VersionActive} while readers are on it */
  drop(version: CollectionName): Promise<void>;
  /** Deletes the checkpoint of the projection, so that it starts from scratch; the lease stays. @throws {Fenced} */
  forget(owner: Ownership): Promise<void>;
  /** Removes everything, leases too. Only while no projection runs. */
  dropEverything(): Promise<void>;
  close(): Promise<void>;
}
