import { setTimeout as elapsed } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';

type DataListener = (response: unknown) => void;

/**
 * The client, with its one listener to the answers of batch appends guarded. That listener throws at an answer it
 * cannot place (an id that is unknown, or came before, or an error without details), which would end the process
 * and leave all later appends without answers. Guarded, such an answer is as good as none: the append that waits
 * for it runs out of time and is looked up.
 */
class GuardedClient extends EventStoreDBClient {
  /** Made by the client's own factory: the type says no more than that what it inherits may be used here. */
  static guard(client: GuardedClient): void {
    const create = client.GRPCStreamCreator;
    client.GRPCStreamCreator = (service, name, creator, cache) =>
      create(
        service,
        name,
        async (grpc) => {
          const stream = await creator(grpc);
          if (name === 'appendToStream') guardListeners(stream);
          return stream;
        },
        cache,
      );
  }

  /** Without it the connection would stay open for as long as the process. */
  static async closeChannel(client: GuardedClient): Promise<void> {
    const channel = await client.getChannel();
    channel.close();
  }
}

interface Emitter {
  listeners(event: 'data'): unknown[];
  on(event: 'data', listener: DataListener): unknown;
  off(event: 'data', listener: DataListener): unknown;
}

function guardListeners(stream: object): void {
  const emitter = stream as Emitter;
  for (const listener of emitter.listeners('data') as DataListener[]) {
    emitter.on('data', (response) => {
      try {
        listener(response);
      } catch {
        // Said above: as good as no answer.
      }
    });
    emitter.off('data', listener);
  }
}

export function openClient(connection: string): EventStoreDBClient {
  const client = EventStoreDBClient.connectionString(connection);
  GuardedClient.guard(client);
  return client;
}

/** How long to wait, in milliseconds, for calls that were cancelled to end; the client may wait for ever. */
const CLOSING_MS = 1_000;

/** Ends its calls: what is pending fails, what is being read ends early. */
export async function closeClient(client: EventStoreDBClient): Promise<void> {
  const stop = new AbortController();
  const tooLong = elapsed(CLOSING_MS, undefined, { signal: stop.signal }).catch(() => {});
  await Promise.race([client.dispose(), tooLong]);
  stop.abort();
  await GuardedClient.closeChannel(client).catch(() => {
    // No server was found, so there is no channel.
  });
}
