import { LeaseKeeper } from '#projection-engine';
import type { LeaseTimes } from '#projection-engine';
import { Fenced } from '#read-models';
import type { Ownership } from '#read-models';
import { Courier } from './courier';
import type { CourierOptions } from './courier';

interface CouriersOptions extends CourierOptions {
  /** Names this process among those that could deliver. */
  readonly holder: string;
  readonly ownership?: LeaseTimes;
}

/** Whoever holds it delivers, for all webhooks. */
const LEASE = 'webhooks';
/** Changes are told of; this is for one that was missed. */
const REFRESH_EVERY_MS = 60_000;
/** How long what is being sent has to be answered before the process ends. */
const GRACE_MS = 5_000;
const PAUSE_MS = 5_000;

/** One courier for each webhook, in one of several processes. */
export class Couriers {
  private readonly leases: LeaseKeeper;
  private round: Round | undefined;
  private starting: Promise<void> = Promise.resolve();
  private readonly stopping = new AbortController();

  constructor(private readonly options: CouriersOptions) {
    const { store, holder, now, ownership: terms } = options;
    this.leases = new LeaseKeeper({
      store: store.documents,
      holder,
      now,
      names: [LEASE],
      terms,
      onOwned: async (owners) => {
        // One that is still sending as the owner of before must not go on beside this one.
        await this.round?.halt();
        for (const owner of owners) this.begin(owner);
      },
      onLost: () => {
        void this.round?.halt();
      },
    });
  }

  /** Resolves when this process delivers, or another one does. Until a store that is away answers, it is asked again. */
  start(): Promise<void> {
    this.starting = this.started();
    return this.starting;
  }

  /** Ends after what is being sent, where it is answered soon; what is cut off is sent again by whoever delivers next. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all([this.starting, this.round?.end(GRACE_MS)]);
    await this.leases.stop();
    // Had the lease been taken in that very moment, it would have begun.
    await this.round?.end(0);
  }

  private async started(): Promise<void> {
    const { watch, elapsed } = this.options;
    const { signal } = this.stopping;
    const isOver = () => signal.aborted;
    while (!isOver()) {
      try {
        await this.leases.start();
        return;
      } catch (error) {
        watch.failed(LEASE, error);
        await elapsed(PAUSE_MS, signal);
      }
    }
  }

  private begin(owner: Ownership): void {
    this.round = new Round(owner, this.options, () => {
      this.leases.lost(owner);
    });
  }
}

/** While this process holds the lease. */
class Round {
  private readonly couriers = new Map<string, { readonly courier: Courier; changedAt: string }>();
  private readonly running = new Set<Promise<void>>();
  private readonly halting = new AbortController();
  private readonly unfollow: () => void;
  private readonly timer: NodeJS.Timeout;
  private readonly ended = new AbortController();
  private refreshing: Promise<void> | undefined;
  private isStale = false;

  constructor(
    private readonly owner: Ownership,
    private readonly options: CourierOptions,
    private readonly onLost: () => void,
  ) {
    const refresh = () => {
      this.refresh();
    };
    this.unfollow = options.registrations.onChange(refresh);
    this.timer = setInterval(refresh, REFRESH_EVERY_MS);
    this.timer.unref();
    refresh();
  }

  halt(): Promise<void> {
    return this.end(0);
  }

  async end(graceMs: number): Promise<void> {
    this.ended.abort();
    this.unfollow();
    clearInterval(this.timer);
    for (const { courier } of this.couriers.values()) courier.stop();
    const grace = setTimeout(() => {
      this.halting.abort();
    }, graceMs);
    await this.refreshing;
    await Promise.all(this.running);
    clearTimeout(grace);
  }

  private refresh(): void {
    this.isStale = true;
    this.refreshing ??= this.refreshed().finally(() => {
      this.refreshing = undefined;
    });
  }

  private async refreshed(): Promise<void> {
    const { registrations, watch, elapsed } = this.options;
    const isOver = () => this.ended.signal.aborted;
    while (this.isStale && !isOver()) {
      this.isStale = false;
      try {
        const all = await registrations.all();
        watch.disabled(all.filter(({ isDisabled }) => isDisabled).length);
        const there = new Set(all.map(({ webhook }) => webhook));
        for (const [webhook, { courier }] of this.couriers) if (!there.has(webhook)) courier.wake();
        for (const { webhook, changedAt } of all) this.attend(webhook, changedAt);
      } catch (error) {
        watch.failed(LEASE, error);
        this.isStale = true;
        await elapsed(PAUSE_MS, this.ended.signal);
      }
    }
  }

  private attend(webhook: string, changedAt: string): void {
    if (this.ended.signal.aborted) return;
    const attended = this.couriers.get(webhook);
    if (attended === undefined) {
      const courier = new Courier(webhook, this.owner, this.options);
      this.couriers.set(webhook, { courier, changedAt });
      this.run(webhook, courier);
    } else if (attended.changedAt !== changedAt) {
      attended.changedAt = changedAt;
      attended.courier.wake();
    }
  }

  private run(webhook: string, courier: Courier): void {
    const running = courier
      .run(this.halting.signal)
      .catch((error: unknown) => {
        // Somebody else delivers by now.
        if (!(error instanceof Fenced)) this.options.watch.failed(webhook, error);
        this.onLost();
        void this.halt();
      })
      .finally(() => {
        this.couriers.delete(webhook);
        this.running.delete(running);
      });
    this.running.add(running);
  }
}
