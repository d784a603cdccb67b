import { once } from 'node:events';
import { EventStoreDBClient, START, streamNameFilter } from '@eventstore/db-client';
import type { Round } from './part';
import { servePart } from './serve-part';

/** The floor: the bare client's subscription, filtered to the same streams, until it says that it has caught up. */
servePart(({ url }: { readonly url: string }) => {
  const client = EventStoreDBClient.connectionString(url);
  return Promise.resolve({ ready: undefined, ask: catchUp, close: () => client.dispose() });

  async function catchUp(): Promise<Round> {
    let units = 0;
    const start = performance.now();
    const subscription = client.subscribeToAll({
      fromPosition: START,
      filter: streamNameFilter({ prefixes: ['meeting-'] }),
    });
    subscription.on('data', () => {
      units += 1;
    });
    await once(subscription, 'caughtUp');
    const seconds = (performance.now() - start) / 1000;
    await subscription.unsubscribe();
    return { units, seconds };
  }
});
