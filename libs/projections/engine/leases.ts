import { Fenced, ReadModelsUnavailable } from '#read-models';
import type { DocumentStore, Ownership } from '#read-models';
import { ProjectionOwnedByAnother } from './errors';

const LEASE_MS = 15_000;

export interface LeasesOptions {
  readonly store: DocumentStore;
  readonly holder: string;
  readonly now: () => Date;
}

/** All that one engine owns. Kept alive by a clock of its own: a quiet log must not cost the ownership. */
export class Leases {
  private readonly owned = new Map<string, Ownership>();
  private heartbeat: NodeJS.Timeout | undefined;

  constructor(private readonly options: LeasesOptions) {}

  /** @throws {ProjectionOwnedByAnother} */
  async own(projection: string): Promise<Ownership> {
    const { holder, store } = this.options;
    const owner = await store.lease.acquire({ projection, holder, ...this.terms() });
    if (owner === undefined) throw new ProjectionOwnedByAnother(projection);
    this.owned.set(projection, owner);
    return owner;
  }

  keepAlive(onLost: (projection: string, error: Fenced) => void): void {
    this.heartbeat = setInterval(() => void this.renew(onLost), LEASE_MS / 3).unref();
  }

  /** A store that cannot answer now may do so before the lease has run out: the next write will tell. */
  async renew(onLost: (projection: string, error: Fenced) => void): Promise<void> {
    for (const [projection, owner] of this.owned) {
      try {
        await this.options.store.lease.renew(owner, this.terms());
      } catch (error) {
        if (!(error instanceof Fenced) || !this.owned.delete(projection)) continue;
        onLost(projection, error);
      }
    }
  }

  /** While the store is away nothing can be released: the leases run out by themselves. */
  async releaseAll(): Promise<void> {
    clearInterval(this.heartbeat);
    const owners = [...this.owned.values()];
    this.owned.clear();
    try {
      for (const owner of owners) await this.options.store.lease.release(owner);
    } catch (error) {
      if (!(error instanceof ReadModelsUnavailable)) throw error;
    }
  }

  private terms(): { readonly ttlMs: number; readonly now: number } {
    return { ttlMs: LEASE_MS, now: this.options.now().getTime() };
  }
}
