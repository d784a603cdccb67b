import { setTimeout as elapsed } from 'node:timers/promises';
import type { DocumentStore } from '#read-models';
import { Orders } from './orders';

interface Order {
  readonly isPaused: boolean;
}

const LOOK_EVERY_MS = 500;

/** Whether new versions of read models may be built at present. */
export class RebuildOrder {
  private readonly orders: Orders<Order>;

  constructor(store: DocumentStore) {
    this.orders = new Orders(store, 'rebuild');
  }

  async isPaused(): Promise<boolean> {
    return (await this.orders.current())?.isPaused ?? false;
  }

  /** Resolves when building is resumed, or when the signal is aborted. */
  async untilResumed(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && (await this.isPaused())) {
      await elapsed(LOOK_EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** @throws {OrderRefused} while another operator is giving an order */
  async give(order: Order, holder: string, now: Date): Promise<void> {
    await this.orders.give(() => order, { holder, now });
  }
}
