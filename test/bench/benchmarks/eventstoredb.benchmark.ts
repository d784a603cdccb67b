import type { Benchmark, Result } from '../benchmark';
import type { AppendsRequest } from '../parts/appending';
import type { Round } from '../parts/part';
import { startEventStore } from './event-store';
import type { EventStore } from './event-store';
import { compareAppends, compareSubscriptions } from './log-comparison';

/** One append after the other, as a lone user gives commands; and as many users at once. */
export const eventStoreDbAppend = appends('eventstoredb-append', 1, 2_000);
export const eventStoreDbAppend100 = appends('eventstoredb-append-100', 100, 10_000);

export const eventStoreDbSubscribe: Benchmark = {
  name: 'eventstoredb-subscribe',
  run: (bench) =>
    onServer(async (address) => {
      const floor = await bench.start<void, void, Round>('eventstoredb-subscription', address);
      const compared = { name: 'eventstoredb-subscribe', against: clientOn(address) };
      return compareSubscriptions(bench, compared, { address, floor, request: undefined });
    }),
};

function appends(name: string, atATime: number, count: number): Benchmark {
  return {
    name,
    run: (bench) =>
      onServer(async (address) => {
        const floor = await bench.start<void, AppendsRequest, Round>(
          'eventstoredb-appends',
          address,
        );
        return compareAppends(
          bench,
          { name, against: clientOn(address), atATime, appends: count },
          { address, floor, request: (request) => request },
        );
      }),
  };
}

function clientOn({ name }: EventStore): string {
  return `with the bare client, on ${name}`;
}

async function onServer(run: (server: EventStore) => Promise<Result>): Promise<Result> {
  const server = await startEventStore();
  try {
    return await run(server);
  } finally {
    await server.stop();
  }
}
