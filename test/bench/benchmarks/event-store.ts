import { EventStoreDouble } from '../../eventstore-double';

const SERVER = 'TEST_EVENTSTORE_URL';

export interface EventStore {
  readonly url: string;
  /** For the title: whose rates these are. */
  readonly name: string;
  stop(): Promise<void>;
}

/** The server of the environment, or else the double of the tests: what is compared meets the same one either way. */
export async function startEventStore(): Promise<EventStore> {
  const url = process.env[SERVER] ?? '';
  if (url !== '') return { url, name: 'EventStoreDB', stop: () => Promise.resolve() };
  const double = await EventStoreDouble.start();
  return { url: double.url, name: 'the double', stop: () => double.stop() };
}
