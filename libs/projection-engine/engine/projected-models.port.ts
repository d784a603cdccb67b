import type { DocumentCollection, PostingCollection } from '#read-models';
import type { LeftOut } from './left-out';
import type { ProjectionStatus } from './status';

/** The read models as readers see them, wherever the projections run that keep them up to date. */
export interface ProjectedModels {
  /** The version of a collection that readers see. @throws {ModelNotReady} while it is being built */
  collection<D extends object>(name: string): Promise<DocumentCollection<D>>;
  /** The version of a collection of postings that readers see. @throws {ModelNotReady} while it is being built */
  postings(name: string): Promise<PostingCollection>;
  /** A position up to which the projection has applied everything; later reads are no older. */
  through(projection: string): Promise<bigint>;
  /**
   * Whether the projection has applied the position and can be read, now or within the time.
   *
   * @throws {ReadModelsUnavailable} while the store is unavailable
   */
  waitFor(projection: string, position: bigint, timeoutMs: number): Promise<boolean>;
  /** Resolves when every projection has applied all that was recorded before the call, or has stopped. */
  caughtUp(): Promise<void>;
  /** Calls the follower whenever readers can see more of a projection, until the returned function is called. */
  onProgress(follower: (projection: string) => void): () => void;
  /** Whether the store of read models answers. @throws {ReadModelsUnavailable} */
  askStore(): Promise<void>;
  /**
   * The events that read models do without, as readers see them. Asked after a read, it tells all that is missing in what
   * was read.
   */
  leftOut(): Promise<readonly LeftOut[]>;
  /** How many events in streams of ours are somebody else's, as far as they were come upon. */
  setAside(): Promise<number>;
  status(): Promise<readonly ProjectionStatus[]>;
  stop(): Promise<void>;
}

/** Longer than any wait: stopping ends it. */
export const A_DAY_MS = 24 * 60 * 60 * 1000;
