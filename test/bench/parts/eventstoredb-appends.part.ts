import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import type { JSONType } from '@eventstore/db-client';
import { timedAppends } from './appending';
import type { AppendsRequest } from './appending';
import { servePart } from './serve-part';

/** The floor: the bare client, which appends the same events on the same conditions. */
servePart(({ url }: { readonly url: string }) => {
  const client = EventStoreDBClient.connectionString(url);
  const ask = (request: AppendsRequest) =>
    timedAppends(request, (stream, revision, { id, type, data, metadata }) => {
      const event = jsonEvent({ id, type, data: data as JSONType, metadata: { ...metadata } });
      const expectedRevision = revision === 0 ? NO_STREAM : BigInt(revision - 1);
      return client.appendToStream(stream, event, { expectedRevision });
    });
  return Promise.resolve({ ready: undefined, ask, close: () => client.dispose() });
});
