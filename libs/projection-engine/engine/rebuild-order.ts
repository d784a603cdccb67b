import { setTimeout as elapsed } from 'node:timers/promises';
import type { CollectionDefinition, DocumentCollection, DocumentStore } from '#read-models';

interface Order {
  readonly isPaused: boolean;
}

const ORDERS: CollectionDefinition = { name: 'orders', version: 1, indexes: [] };
const REBUILD = 'rebuild';
/** An order is written under a lease, like everything else; the lease ends at once. */
const LEASE = 'orders';
const LEASE_MS = 5_000;
const LOOK_EVERY_MS = 500;

/**
 * Whether new versions of read models may be built at present. The order is kept in the store, so
 * it applies to all processes and survives them.
 */
export class RebuildOrder {
  private opened: Promise<DocumentCollection<Order>> | undefined;

  constructor(private readonly store: DocumentStore) {}

  async isPaused(): Promise<boolean> {
    const found = (await (await this.orders()).load([REBUILD])).get(REBUILD);
    return found !== undefined && found.body !== 'deleted' && found.body.isPaused;
  }

  /** Resolves when building is resumed, or when the signal is aborted. */
  async untilResumed(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && (await this.isPaused())) {
      await elapsed(LOOK_EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** @throws {OrderRefused} while another operator is giving an order */
  async give(order: Order, holder: string, now: Date): Promise<void> {
    const terms = { ttlMs: LEASE_MS, now: now.getTime() };
    const owner = await this.store.lease.acquire({ projection: LEASE, holder, ...terms });
    if (owner === undefined) throw new OrderRefused();
    try {
      const orders = await this.orders();
      const before = (await orders.load([REBUILD])).get(REBUILD);
      const change = {
        id: REBUILD,
        expected: before?.position ?? ('absent' as const),
        position: (before?.position ?? 0n) + 1n,
        body: order,
      };
      await orders.write([change], owner);
    } finally {
      await this.store.lease.release(owner);
    }
  }

  private orders(): Promise<DocumentCollection<Order>> {
    this.opened ??= this.store.collection<Order>(ORDERS).catch((error: unknown) => {
      this.opened = undefined;
      throw error;
    });
    return this.opened;
  }
}

/** Another operator is giving an order at this moment. */
export class OrderRefused extends Error {
  override readonly name = 'OrderRefused';

  constructor() {
    super('Another order is being given at this moment; try again');
  }
}
