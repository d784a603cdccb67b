import { randomUUID } from 'node:crypto';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb';
import type { IGossipServer } from '@eventstore/db-client/generated/gossip_grpc_pb';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import type { IServerFeaturesServer } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import type { IStreamsServer } from '@eventstore/db-client/generated/streams_grpc_pb';
import { append } from './append.handler';
import { batchAppend } from './batch-append.handler';
import { supportedMethods } from './features.handler';
import { FrontDoor } from './front-door';
import { clusterInfo } from './gossip.handler';
import type { Order, Report } from './orders';
import { read } from './read.handler';
import { Session } from './session';

const UNUSED = (): void => {};

/** Behaves like EventStoreDB 23.10 for what the adapter uses, and misbehaves as its parent process orders. */
async function serve(): Promise<void> {
  const server = new Server({ 'grpc.max_concurrent_streams': 100 });
  const session = new Session(() => door.reset());
  const streams: IStreamsServer = {
    batchAppend: (call) => {
      session.meet(call.metadata);
      batchAppend(call, session);
    },
    append: (call, answer) => append(call, answer, session),
    read: (call) => {
      session.meet(call.metadata);
      read(call, session);
    },
    delete: UNUSED,
    tombstone: UNUSED,
  };
  const features: IServerFeaturesServer = {
    getSupportedMethods: (_call, answer) => supportedMethods(answer, session),
  };
  const gossip: IGossipServer = {
    read: (_call, answer) => clusterInfo(answer, door.port),
  };
  server.addService(GossipService, gossip);
  server.addService(StreamsService, streams);
  server.addService(ServerFeaturesService, features);
  const behind = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', credentials(), (error, port) =>
      error === null ? resolve(port) : reject(error),
    );
  });
  const door = new FrontDoor(behind);
  await door.open();
  process.on('message', (message: { readonly ask: number; readonly order: Order }) => {
    void obey(message.order, session, door).then((report) =>
      process.send?.({ ask: message.ask, report }),
    );
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ port: door.port });
}

/** With the certificate and the key that the parent process gives, if any. */
function credentials(): ServerCredentials {
  const { DOUBLE_CERTIFICATE: certificate, DOUBLE_KEY: key } = process.env;
  if (certificate === undefined || key === undefined) return ServerCredentials.createInsecure();
  const pair = { cert_chain: Buffer.from(certificate), private_key: Buffer.from(key) };
  return ServerCredentials.createSsl(null, [pair]);
}

async function obey(order: Order, session: Session, door: FrontDoor): Promise<Report | undefined> {
  switch (order.kind) {
    case 'clear':
      session.clear();
      return undefined;
    case 'append-fault':
      session.faults.appends.push(order.fault);
      return undefined;
    case 'read-fault':
      session.faults.reads.push(order.fault);
      return undefined;
    case 'features-fault':
      session.faults.features.push(order.status);
      return undefined;
    case 'drop-subscriptions':
      for (const drop of session.dropping) drop(order.how);
      return undefined;
    case 'mute-subscriptions':
      session.faults.subscriptionsAreMute = true;
      return undefined;
    case 'reset-connections':
      door.reset();
      return undefined;
    case 'go-away':
      if (order.how === 'refuse') await door.refuse();
      else door.sayNothing();
      return undefined;
    case 'come-back':
      if (order.forget === true) session.events.clear();
      door.reset();
      await door.open();
      return undefined;
    case 'delete-stream':
      session.events.truncate(order.stream, order.before ?? 'all');
      return undefined;
    case 'tombstone-stream':
      session.events.tombstone(order.stream);
      session.events.announce();
      return undefined;
    case 'alter-event':
      session.events.alter(order.stream, order.revision, (data) =>
        data.replace(order.words, order.by),
      );
      return undefined;
    case 'foreign-events':
      putForeign(order.stream, order.count, session);
      return undefined;
    case 'report':
      return reportOn(session);
  }
}

function putForeign(stream: string, count: number, { events }: Session): void {
  const foreign = Array.from({ length: count }, () => ({
    id: randomUUID(),
    type: '$foreign',
    contentType: 'application/json',
    data: Buffer.from('{}'),
    metadata: Buffer.from(''),
  }));
  events.append(stream, 'any', foreign);
  events.announce();
}

function reportOn({ events, faults, counts, mostBytesInFlight, visitors }: Session): Report {
  return {
    ...counts,
    visitors: [...visitors],
    appendFaultsLeft: faults.appends.length,
    mostBytesInFlight,
    events: events.all.map(({ stream, revision, id }) => ({ stream, revision, id })),
  };
}

void serve();
