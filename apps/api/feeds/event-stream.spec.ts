import { once } from 'node:events';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { EventStream } from './event-stream';

const LARGE = { id: 'x', event: 'heartbeat', data: { text: 'x'.repeat(1_000_000) } };

describe('an event stream to a client that takes nothing', () => {
  const server = createServer();
  let client: Socket;
  let response: ServerResponse;

  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  beforeEach(async () => {
    const requested = once(server, 'request');
    client = connect((server.address() as AddressInfo).port, '127.0.0.1');
    client.pause();
    client.on('error', () => undefined);
    client.write('GET / HTTP/1.1\r\nhost: here\r\n\r\n');
    [, response] = (await requested) as [unknown, ServerResponse];
  });
  afterEach(() => {
    client.destroy();
  });
  afterAll(() => {
    server.close();
  });

  async function sendUntilLeft(stream: EventStream): Promise<void> {
    while (!response.destroyed) await stream.send(LARGE);
  }

  it('leaves it once its patience is over', async () => {
    await sendUntilLeft(new EventStream(response, new AbortController().signal, 20));
    expect(response.destroyed).toBe(true);
  });

  it('leaves it at once when the feed is to end', async () => {
    const ending = new AbortController();
    const sending = sendUntilLeft(new EventStream(response, ending.signal));
    ending.abort();
    await sending;
    expect(response.destroyed).toBe(true);
  });
});
