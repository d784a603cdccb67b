import { Fenced } from '#read-models';
import type { DocumentStore, LeaseTerms, Ownership } from '#read-models';

/** How long an ownership outlives its owner, and how often the others look whether it has ended. */
export interface LeaseTimes {
  readonly leaseMs: number;
  readonly lookEveryMs: number;
}

export interface LeaseKeeperOptions {
  readonly store: Pick<DocumentStore, 'lease'>;
  readonly holder: string;
  readonly now: () => Date;
  /** What there is to own; each on its own. */
  readonly names: readonly string[];
  readonly terms?: LeaseTimes | undefined;
  /** Told what was taken in one look. Until it is done, nothing more is taken. */
  readonly onOwned: (owners: readonly Ownership[]) => Promise<void>;
  /** Told when another has taken it, or may have: it is stood by for from now on. */
  readonly onLost: (name: string) => void;
}

/** What an owner leaves behind is taken over within ten seconds. */
const TERMS: LeaseTimes = { leaseMs: 9_000, lookEveryMs: 1_000 };
/** An owner renews several times within its lease: one failure must not cost it. */
const RENEWALS = 3;

/**
 * Who runs what, among any number of processes: takes what is free, keeps it alive by a clock of its
 * own, since a quiet log must not cost the ownership, and stands by for what others own.
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

  /** Resolves after the first look. */
  async start(): Promise<void> {
    await this.take();
    this.clock = setInterval(() => {
      this.look();
    }, this.terms.lookEveryMs);
    this.clock.unref();
  }

  /** Gives everything back. */
  async stop(): Promise<void> {
    clearInterval(this.clock);
    this.clock = undefined;
    await this.working;
    const owners = [...this.owned.values()];
    this.owned.clear();
    for (const owner of owners) await this.release(owner);
  }

  /** The holder found out by itself that it is not the owner any more. */
  lost({ projection, epoch }: Pick<Ownership, 'projection' | 'epoch'>): void {
    // What was taken again meanwhile is another ownership.
    if (this.owned.get(projection)?.epoch === epoch) this.owned.delete(projection);
  }

  /** Gives one back and never takes it again: another process may fare better with it. */
  async leave(name: string): Promise<void> {
    this.left.add(name);
    const owner = this.owned.get(name);
    this.owned.delete(name);
    if (owner !== undefined) await this.release(owner);
  }

  /** What cannot be given back now runs out by itself. */
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

  /** A store that cannot answer now may do so before a lease has run out: the next look will tell. */
  private async renewAndTake(): Promise<void> {
    try {
      await this.renew();
      await this.take();
    } catch {
      // Nothing is lost but time.
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
      // Taken again by the next look, or by whoever fares better.
      for (const owner of taken) {
        this.owned.delete(owner.projection);
        await this.release(owner);
      }
      throw error;
    }
  }

  /** Looking costs others nothing; asking for a lease writes. */
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
