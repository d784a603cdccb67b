import type { CollectionDefinition, DocumentStore } from '#read-models';
import { KeptNotes } from './kept-notes';

const ORDERS: CollectionDefinition = { name: 'orders', version: 1, indexes: [] };
/** An order is written under a lease, like everything else; the lease ends at once. */
const LEASE = 'orders';
const LEASE_MS = 5_000;

/** Who gives an order, and when. */
export interface Giving {
  /** Names the process that gives it. */
  readonly holder: string;
  readonly now: Date;
}

/** What operators ordered in one matter. It is kept in the store, so it applies to all processes and survives them. */
export class Orders<Order extends object> {
  private readonly notes: KeptNotes<Order>;

  constructor(
    private readonly store: DocumentStore,
    private readonly matter: string,
  ) {
    this.notes = new KeptNotes(store, ORDERS);
  }

  async current(): Promise<Order | undefined> {
    return (await this.notes.load([this.matter])).get(this.matter);
  }

  /** @throws {OrderRefused} while another operator is giving an order */
  async give(
    change: (before: Order | undefined) => Order | undefined,
    { holder, now }: Giving,
  ): Promise<void> {
    const terms = { ttlMs: LEASE_MS, now: now.getTime() };
    const owner = await this.store.lease.acquire({ projection: LEASE, holder, ...terms });
    if (owner === undefined) throw new OrderRefused();
    try {
      await this.notes.change(this.matter, owner, change);
    } finally {
      await this.store.lease.release(owner);
    }
  }
}

/** Another operator is giving an order at this moment. */
export class OrderRefused extends Error {
  override readonly name = 'OrderRefused';

  constructor() {
    super('Another order is being given at this moment; try again');
  }
}
