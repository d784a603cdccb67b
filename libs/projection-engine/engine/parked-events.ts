import type { DocumentStore } from '#read-models';
import type { EventReference } from './event-reference';
import { Orders } from './orders';
import type { Giving } from './orders';

/** An event that projections may leave out where they cannot apply it. */
export interface ParkedEvent extends EventReference {
  /** As the operator said. */
  readonly reason: string;
  /** The operator, as the machine knows them. */
  readonly by: string;
  /** RFC 3339. */
  readonly at: string;
}

interface Parked {
  readonly events: readonly ParkedEvent[];
}

/**
 * The events that operators allowed to be left out. Parking changes nothing by itself: a projection that meets a parked
 * event tries it first, so others, and a mended version, are as they would be without the order.
 */
export class ParkedEvents {
  private readonly orders: Orders<Parked>;

  constructor(store: DocumentStore) {
    this.orders = new Orders(store, 'parked');
  }

  async all(): Promise<readonly ParkedEvent[]> {
    return (await this.orders.current())?.events ?? [];
  }

  async find(event: string): Promise<ParkedEvent | undefined> {
    return (await this.all()).find((parked) => parked.event === event);
  }

  /** One that is parked already is parked for the new reason. @throws {OrderRefused} */
  async park(parked: ParkedEvent, giving: Giving): Promise<void> {
    await this.orders.give(
      (before) => ({ events: [...others(before, parked.event), parked] }),
      giving,
    );
  }

  /** Answers whether it was parked. @throws {OrderRefused} */
  async retry(event: string, giving: Giving): Promise<boolean> {
    let wasParked = false;
    await this.orders.give((before) => {
      const events = others(before, event);
      wasParked = events.length < (before?.events.length ?? 0);
      return wasParked ? { events } : before;
    }, giving);
    return wasParked;
  }
}

function others(parked: Parked | undefined, event: string): readonly ParkedEvent[] {
  return (parked?.events ?? []).filter((other) => other.event !== event);
}
