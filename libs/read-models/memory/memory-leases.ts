import type { HeldLease, Leases, LeaseTerms, Ownership } from '../document-store.port';
import { Fenced } from '../errors';

interface Lease {
  /** A released lease stays, without a holder: the epoch must never start again. */
  readonly holder: string | undefined;
  readonly epoch: number;
  readonly expiresAt: number;
}

export class MemoryLeases implements Leases {
  private readonly leases = new Map<string, Lease>();

  async acquire(
    request: LeaseTerms & { projection: string; holder: string },
  ): Promise<Ownership | undefined> {
    const { projection, holder, now, ttlMs } = request;
    const known = this.leases.get(projection);
    const isHeldByOther = known?.holder !== undefined && known.holder !== holder;
    if (isHeldByOther && known.expiresAt > now) return undefined;
    const epoch = (known?.epoch ?? 0) + 1;
    this.leases.set(projection, { holder, epoch, expiresAt: now + ttlMs });
    return { projection, holder, epoch };
  }

  async renew(owner: Ownership, { now, ttlMs }: LeaseTerms): Promise<void> {
    this.assertOwner(owner);
    const { holder, epoch } = owner;
    this.leases.set(owner.projection, { holder, epoch, expiresAt: now + ttlMs });
  }

  async release(owner: Ownership): Promise<void> {
    if (!this.isOwner(owner)) return;
    this.leases.set(owner.projection, { holder: undefined, epoch: owner.epoch, expiresAt: 0 });
  }

  async current(projection: string): Promise<HeldLease | undefined> {
    const known = this.leases.get(projection);
    if (known?.holder === undefined) return undefined;
    return { projection, ...known, holder: known.holder };
  }

  clear(): void {
    this.leases.clear();
  }

  /** @throws {Fenced} */
  assertOwner(owner: Ownership): void {
    if (!this.isOwner(owner)) throw new Fenced(owner.projection, owner.epoch);
  }

  private isOwner({ projection, holder, epoch }: Ownership): boolean {
    const known = this.leases.get(projection);
    return known?.holder === holder && known.epoch === epoch;
  }
}
