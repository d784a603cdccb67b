import { once } from 'node:events';
import { END, EventStoreDBClient, jsonEvent, streamNameFilter } from '@eventstore/db-client';
import { EventStoreDouble } from './eventstore-double';

const TEXT = 'x'.repeat(2_000);

describe('a consumer of the double that falls behind while live', () => {
  it('is given what was sent, then dropped with the error of the real server', async () => {
    const double = await EventStoreDouble.start();
    const client = EventStoreDBClient.connectionString(double.url);
    try {
      const subscription = client.subscribeToAll({
        fromPosition: END,
        filter: streamNameFilter({ prefixes: ['c-'] }),
      });
      let seen = 0;
      subscription.on('data', () => {
        seen += 1;
      });
      await once(subscription, 'caughtUp');
      subscription.pause();
      for (let append = 0; append < 20; append += 1) {
        const events = Array.from({ length: 100 }, () =>
          jsonEvent({ type: 'T', data: { text: TEXT } }),
        );
        await client.appendToStream('c-1', events);
      }
      const dropped = once(subscription, 'error');
      subscription.resume();

      expect(await dropped).toMatchObject([{ type: 'timeout' }]);
      expect(seen).toBeGreaterThan(0);
      expect(seen).toBeLessThan(2_000);
    } finally {
      await client.dispose();
      await double.stop();
    }
  });
});
