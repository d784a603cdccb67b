import { WebSocket } from 'ws';
import type { Round } from './part';
import { servePart } from './serve-part';

export interface SubscribersOptions {
  /** Of the service over HTTP. */
  readonly url: string;
  /** Each on a connection of its own. */
  readonly count: number;
  readonly query: string;
}

export interface ToldRequest {
  /** How many messages each is to be told from now on. */
  readonly messages: number;
}

/** Clients that subscribe to one thing each and wait, in a process of their own. */
servePart(async ({ url, count, query }: SubscribersOptions) => {
  let told = 0;
  let wanted = Number.POSITIVE_INFINITY;
  let enough = (): void => undefined;
  const hear = (): void => {
    told += 1;
    if (told >= wanted) enough();
  };
  const address = url.replace(/^http/, 'ws');
  const sockets: WebSocket[] = [];
  for (let number = 0; number < count; number += 1) {
    sockets.push(await subscribed(address, query, hear));
  }
  const ask = async ({ messages }: ToldRequest): Promise<Round> => {
    const start = performance.now();
    wanted = messages * count;
    await new Promise<void>((resolve) => {
      enough = resolve;
      if (told >= wanted) resolve();
    });
    told = 0;
    wanted = Number.POSITIVE_INFINITY;
    return { units: messages * count, seconds: (performance.now() - start) / 1000 };
  };
  return {
    ready: undefined,
    ask,
    close: () => {
      for (const socket of sockets) socket.terminate();
      return Promise.resolve();
    },
  };
});

interface Heard {
  readonly type: string;
  readonly payload?: { readonly data?: Readonly<Record<string, { readonly __typename: string }>> };
}

/** Resolves once the past is through. */
function subscribed(address: string, query: string, hear: () => void): Promise<WebSocket> {
  const socket = new WebSocket(address, 'graphql-transport-ws');
  const send = (message: object) => {
    socket.send(JSON.stringify(message));
  };
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', (code) => {
      reject(new Error(`Closed with ${code}`));
    });
    socket.on('open', () => {
      send({ type: 'connection_init' });
    });
    socket.on('message', (data: Buffer) => {
      const { type, payload } = JSON.parse(data.toString()) as Heard;
      if (type === 'ping') send({ type: 'pong' });
      if (type === 'connection_ack') send({ type: 'subscribe', id: '1', payload: { query } });
      if (type === 'error') reject(new Error(data.toString()));
      const [message] = Object.values(payload?.data ?? {});
      if (message?.__typename === 'FeedCaughtUp') resolve(socket);
      if (message?.__typename === 'EventFeedEvent') hear();
    });
  });
}
