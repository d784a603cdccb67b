import type { HeldLease, Leases, LeaseTerms, Ownership } from '../document-store.port';
import { isDuplicateKey } from '#mongodb-client';
import { asked } from './failures';
import type { Projections } from './projections';

type Request = LeaseTerms & { readonly projection: string; readonly holder: string };

export class MongoLeases implements Leases {
  constructor(private readonly projections: Projections) {}

  async acquire(request: Request): Promise<Ownership | undefined> {
    return (await this.#take(request)) ?? (await this.#begin(request));
  }

  async renew(owner: Ownership, { now, ttlMs }: LeaseTerms): Promise<void> {
    await this.projections.change(owner, { $set: { expiresAt: now + ttlMs } });
  }

  async release(owner: Ownership): Promise<void> {
    await this.projections.changeIfOwned(owner, { $set: { holder: null, expiresAt: 0 } });
  }

  async current(projection: string): Promise<HeldLease | undefined> {
    const found = await this.projections.find(projection);
    if (typeof found?.holder !== 'string') return undefined;
    const { holder, epoch, expiresAt } = found;
    return { projection, holder, epoch, expiresAt };
  }

  async #take({ projection, holder, now, ttlMs }: Request): Promise<Ownership | undefined> {
    const taken = await asked(() =>
      this.projections.documents.findOneAndUpdate(
        { _id: projection, $or: [{ holder: null }, { holder }, { expiresAt: { $lte: now } }] },
        { $set: { holder, expiresAt: now + ttlMs }, $inc: { epoch: 1 } },
        { returnDocument: 'after', projection: { epoch: 1 } },
      ),
    );
    return taken === null ? undefined : { projection, holder, epoch: taken.epoch };
  }

  /** The first lease of a projection. Whoever finds it there already has come too late. */
  async #begin({ projection, holder, now, ttlMs }: Request): Promise<Ownership | undefined> {
    const lease = { _id: projection, holder, epoch: 1, expiresAt: now + ttlMs };
    try {
      await asked(() => this.projections.documents.insertOne(lease));
      return { projection, holder, epoch: 1 };
    } catch (error) {
      if (isDuplicateKey(error)) return undefined;
      throw error;
    }
  }
}
