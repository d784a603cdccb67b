import type { Collection, Db, Filter, UpdateFilter } from 'mongodb';
import type { Ownership } from '../document-store.port';
import { Fenced } from '../errors';
import { asked } from './failures';

/**
 * Lease and checkpoint of one projection: one document, so that a checkpoint is written by its owner or not at all. It
 * stays when the lease is released: the epoch must never start again.
 */
export interface ProjectionDocument {
  readonly _id: string;
  readonly epoch: number;
  readonly holder: string | null;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly checkpoint?: {
    readonly position: bigint;
    readonly recordedAt?: string;
    readonly events?: number;
  };
}

function ownedBy({ projection, holder, epoch }: Ownership): Filter<ProjectionDocument> {
  return { _id: projection, holder, epoch };
}

/** The projections' documents, changed under the guard of an ownership. */
export class Projections {
  readonly documents: Collection<ProjectionDocument>;

  constructor(database: Db) {
    this.documents = database.collection('projections');
  }

  async find(projection: string): Promise<ProjectionDocument | undefined> {
    return (await asked(() => this.documents.findOne({ _id: projection }))) ?? undefined;
  }

  /** @throws {Fenced} */
  async assertOwner(owner: Ownership): Promise<void> {
    const found = await asked(() =>
      this.documents.findOne(ownedBy(owner), { projection: { _id: 1 } }),
    );
    if (found === null) throw new Fenced(owner.projection, owner.epoch);
  }

  /** @throws {Fenced} */
  async change(owner: Ownership, update: UpdateFilter<ProjectionDocument>): Promise<void> {
    if (!(await this.changeIfOwned(owner, update))) {
      throw new Fenced(owner.projection, owner.epoch);
    }
  }

  async changeIfOwned(
    owner: Ownership,
    update: UpdateFilter<ProjectionDocument>,
  ): Promise<boolean> {
    const { matchedCount } = await asked(() => this.documents.updateOne(ownedBy(owner), update));
    return matchedCount > 0;
  }
}
