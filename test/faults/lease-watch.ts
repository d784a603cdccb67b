import { setTimeout as elapsed } from 'node:timers/promises';
import { PROJECTIONS } from '#projections';
import type { HeldLease } from '#read-models';
import { leasesIn } from '../support';

export interface Takeover {
  readonly projection: string;
  /** Whether it came before the lease of the owner before had run out. */
  readonly wasEarly: boolean;
}

const LOOK_EVERY_MS = 100;
/** For which a lease is taken, and renewed. */
const LEASE_MS = 9_000;

/**
 * Looks at the leases again and again, as the store tells them. Owners that are killed or stalled give nothing back: what
 * another takes must have run out, and the new lease tells when it was taken.
 */
export class LeaseWatch {
  readonly takeovers: Takeover[] = [];
  private held: ReadonlyMap<string, HeldLease> = new Map();
  private isOver = false;
  private readonly watching: Promise<void>;

  constructor(private readonly views: string) {
    this.watching = this.watch();
  }

  async untilAllAreOwned(): Promise<void> {
    while (this.held.size < PROJECTIONS.length) await elapsed(LOOK_EVERY_MS);
  }

  /** Resolves when others own whatever this process owned. */
  async untilNoneIsOf(pid: number): Promise<void> {
    while (this.isOwner(pid)) await elapsed(LOOK_EVERY_MS);
  }

  isOwner(pid: number): boolean {
    return [...this.held.values()].some(({ holder }) => holder.includes(`/${pid}/`));
  }

  async end(): Promise<void> {
    this.isOver = true;
    await this.watching;
  }

  private async watch(): Promise<void> {
    while (!this.isOver) {
      const now = await leasesIn(this.views);
      for (const lease of now.values()) {
        const before = this.held.get(lease.projection);
        if (before !== undefined && before.epoch < lease.epoch) {
          const { projection, expiresAt } = lease;
          // Renewed since, it ends later still.
          const wasEarly = expiresAt - LEASE_MS < before.expiresAt;
          this.takeovers.push({ projection, wasEarly });
        }
      }
      this.held = now;
      await elapsed(LOOK_EVERY_MS);
    }
  }
}
