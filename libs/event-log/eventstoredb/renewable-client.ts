import type { EventStoreDBClient } from '@eventstore/db-client';
import { closeClient, openClient } from './guarded-client';

/**
 * A client that can be replaced: it remembers some failures for good (a server not found, a question about
 * features that failed), and nothing but a new one gets over them.
 */
export class RenewableClient {
  #client: EventStoreDBClient;

  constructor(private readonly connection: string) {
    this.#client = openClient(connection);
  }

  get current(): EventStoreDBClient {
    return this.#client;
  }

  /** Replaces the client that failed, unless another call did so already. */
  renew(failed: EventStoreDBClient): void {
    if (failed !== this.#client) return;
    this.#client = openClient(this.connection);
    void closeClient(failed);
  }

  async close(): Promise<void> {
    await closeClient(this.#client);
  }
}
