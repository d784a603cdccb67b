import { once } from 'node:events';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import { leaveSlowReaders } from './answers-in-time';

describe('an answer', () => {
  it('that its client does not take is not kept', async () => {
    const server = fastify();
    leaveSlowReaders(server, 100);
    let close: (() => void) | undefined;
    const closed = new Promise<void>((resolve) => {
      close = resolve;
    });
    // More than any system keeps between two ends of a connection.
    server.get('/', (_, reply) => {
      reply.raw.once('close', () => close?.());
      return reply.send('x'.repeat(64 * 1024 * 1024));
    });
    await server.listen({ port: 0, host: '127.0.0.1' });
    const { port } = server.server.address() as AddressInfo;
    const client = connect(port, '127.0.0.1');
    client.on('error', () => undefined);
    client.pause();
    client.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await closed;

    expect(await new Promise((resolve) => server.server.getConnections((_, n) => resolve(n)))).toBe(
      0,
    );
    client.destroy();
    await server.close();
  });

  it('that is taken is whole', async () => {
    const server = fastify();
    leaveSlowReaders(server, 60_000);
    server.get('/', (_, reply) => reply.send('x'.repeat(1_000_000)));
    const address = await server.listen({ port: 0, host: '127.0.0.1' });

    expect(await (await fetch(address)).text()).toHaveLength(1_000_000);
    await server.close();
  });
});

describe('a client', () => {
  it('of the same connection is answered again', async () => {
    const server = fastify();
    leaveSlowReaders(server, 60_000);
    server.get('/', (_, reply) => reply.send('x'.repeat(100_000)));
    await server.listen({ port: 0, host: '127.0.0.1' });
    const { port } = server.server.address() as AddressInfo;
    const client = connect(port, '127.0.0.1');
    for (let time = 0; time < 2; time += 1) {
      client.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
      let bytes = 0;
      while (bytes < 100_000) bytes += ((await once(client, 'data')) as [Buffer])[0].length;
      expect(bytes).toBeGreaterThan(100_000);
    }
    client.destroy();
    await server.close();
  });
});
