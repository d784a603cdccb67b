import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { AddressPolicy, AllowedHosts, secretOf, Sender, signatureHeaders } from '#webhooks';
import { listener } from './listener';

describe('A receiver to try webhooks with', () => {
  const secret = randomBytes(32);
  const { privateKey } = generateKeyPairSync('ed25519');
  const told: (readonly string[])[] = [];
  let server: Server;
  beforeEach(async () => {
    told.length = 0;
    server = listener({ secret, status: 202, onMessage: (columns) => told.push(columns) });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(async () => {
    server.close();
    await once(server, 'close');
  });

  const sender = new Sender({
    policy: new AddressPolicy({ allowHttp: true, allowedHosts: AllowedHosts.of(['127.0.0.1']) }),
  });
  async function send(ago: number, signedWith: Buffer, more: Record<string, string> = {}) {
    const { port } = server.address() as AddressInfo;
    const timestamp = Math.floor(Date.now() / 1_000) - ago;
    const message = { id: 'event1', timestamp, body: '{"số":1}' };
    return sender.post({
      url: `http://127.0.0.1:${port}/events`,
      headers: { ...signatureHeaders(message, [{ secret: signedWith, privateKey }]), ...more },
      body: message.body,
      signal: new AbortController().signal,
    });
  }

  it('tells what it is sent, and takes what is signed', async () => {
    expect(await send(0, secret)).toEqual({ status: 202 });
    expect(told).toEqual([['202', 'event1', 'is signed', 'POST /events', '{"số":1}']]);
  });

  it('refuses what is signed with another secret, is old, or has no signature', async () => {
    expect(await send(0, randomBytes(32))).toEqual({ status: 400 });
    expect(await send(301, secret)).toEqual({ status: 400 });
    expect(await send(0, secret, { 'webhook-timestamp': 'now' })).toEqual({ status: 400 });
    expect(await send(0, secret, { 'webhook-signature': 'v1,' })).toEqual({ status: 400 });
    expect(told.map(([, , objection]) => objection)).toEqual([
      'is not signed with this secret',
      'was not sent just now',
      'was not sent just now',
      'is not signed with this secret',
    ]);
  });

  it('knows secrets by their form', () => {
    expect(secretOf(`whsec_${secret.toString('base64')}`)).toEqual(secret);
    for (const text of ['', 'whsec_', 'whsec_-', 'secret', ` whsec_${secret.toString('base64')}`]) {
      expect(secretOf(text)).toBeUndefined();
    }
  });
});
