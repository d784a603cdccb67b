import { Fenced } from '#read-models';
import type { DocumentStore, LeaseTerms, Ownership } from '#read-models';

/** How long a lease lasts after its last renewal, and how often other processes check it. */
export interface LeaseTimes {
  readonly leaseMs: number;
  readonly lookEveryMs: number;
}

export interface LeaseKeeperOptions {
  readonly store: Pick<DocumentStore, 'lease'>;
  readonly holder: string;
  readonly now: () => Date;
  /** The leases to keep, each independent of the others. */
  readonly names: readonly string[];
  readonly terms?: LeaseTimes | undefined;
  /** Called with the leases taken in one check. Nothing more is taken until it resolves. */
  readonly onOwned: (owners: readonly Ownership[]) => Promise<void>;
  /** Called when another process has taken the lease, or may have. */
  readonly onLost: (name: string) => void;
}

/** Leases of a dead owner are taken over within ten seconds. */
const TERMS: LeaseTimes = { leaseMs: 9_000, lookEveryMs: 1_000 };
/** Renewals within one lease, so that a single failure does not lose it. */
const RENEWALS = 3;

/**
 * Divides leases among any number of processes: takes free ones, renews them by a timer (a quiet
 * log must not lose them), and stands by for those that others hold.
 */
export class LeaseKeeper {
  private readonly owned = new Map<string, Ownership>();
  private readonly left = new Set<string>();
  private readonly terms: LeaseTimes;
  private renewedAt = 0;
  private clock: NodeJS.Timeout | undefined;
  private working: Promise<void> = Promise.resolve();
  private isWorking = false;

  constructor(private readonly options: LeaseKeeperOptions) {
    this.terms = options.terms ?? TERMS;
  }

  /** Resolves after the first check. */
  async start(): Promise<void> {
    await this.take();
    this.clock = setInterval(() => {
      this.look();
    }, this.terms.lookEveryMs);
    this.clock.unref();
  }

  /** Releases all leases. */
  async stop(): Promise<void> {
    clearInterval(this.clock);
    this.clock = undefined;
    await this.working;
    const owners = [...this.owned.values()];
    this.owned.clear();
    for (const owner of owners) await this.release(owner);
  }

  /** For a holder that learnt from a write that it is no longer the owner. */
  lost({ projection, epoch }: Pick<Ownership, 'projection' | 'epoch'>): void {
    // A lease taken again meanwhile has another epoch.
    if (this.owned.get(projection)?.epoch === epoch) this.owned.delete(projection);
  }

  /** Releases a lease and does not take it again before `rejoin`: another process may succeed. */
  async leave(name: string): Promise<void> {
    this.left.add(name);
    const owner = this.owned.get(name);
    this.owned.delete(name);
    if (owner !== undefined) await this.release(owner);
  }

  /** Takes part again for a lease that was left. */
  rejoin(name: string): void {
    this.left.delete(name);
  }

  /** A lease that cannot be released expires. */
  private async release(owner: Ownership): Promise<void> {
    await this.options.store.lease.release(owner).catch(() => undefined);
  }

  private look(): void {
    if (this.isWorking) return;
    this.isWorking = true;
    this.working = this.renewAndTake().finally(() => {
      this.isWorking = false;
    });
  }

  /** The store may answer again before a lease expires: the next check will show. */
  private async renewAndTake(): Promise<void> {
    try {
      await this.renew();
      await this.take();
    } catch {
      // The next check retries.
    }
  }

  private async renew(): Promise<void> {
    const { leaseMs } = this.terms;
    if (performance.now() - this.renewedAt < leaseMs / RENEWALS) return;
    for (const [name, owner] of this.owned) {
      try {
        await this.options.store.lease.renew(owner, this.leaseTerms());
      } catch (error) {
        if (!(error instanceof Fenced)) throw error;
        if (this.owned.get(name) !== owner) continue;
        this.owned.delete(name);
        this.options.onLost(name);
      }
    }
    this.renewedAt = performance.now();
  }

  private async take(): Promise<void> {
    const taken: Ownership[] = [];
    for (const name of this.options.names) {
      if (this.owned.has(name) || this.left.has(name)) continue;
      const owner = await this.acquireIfFree(name);
      if (owner === undefined) continue;
      this.owned.set(name, owner);
      taken.push(owner);
    }
    if (taken.length === 0) return;
    try {
      await this.options.onOwned(taken);
    } catch (error) {
      // The next check takes them again, or another process does.
      for (const owner of taken) {
        this.owned.delete(owner.projection);
        await this.release(owner);
      }
      throw error;
    }
  }

  /** A check only reads; acquiring a lease writes. */
  private async acquireIfFree(projection: string): Promise<Ownership | undefined> {
    const { store, holder, now } = this.options;
    const current = await store.lease.current(projection);
    const isOthers = current !== undefined && current.holder !== holder;
    if (isOthers && current.expiresAt > now().getTime()) return undefined;
    return store.lease.acquire({ projection, holder, ...this.leaseTerms() });
  }

  private leaseTerms(): LeaseTerms {
    return { ttlMs: this.terms.leaseMs, now: this.options.now().getTime() };
  }
}
