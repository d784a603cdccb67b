import { AddressPolicy } from '../addresses/address-policy';
import { AllowedHosts } from '../addresses/allowed-hosts';
import { Receiver } from '../testing';
import type { Resolve } from './connect';
import { Sender } from './sender';

describe('Sending', () => {
  let receiver: Receiver;
  const policy = new AddressPolicy({
    allowHttp: true,
    allowedHosts: AllowedHosts.of(['127.0.0.1']),
  });
  const signal = new AbortController().signal;
  beforeEach(async () => {
    receiver = await Receiver.open();
  });
  afterEach(() => receiver.close());

  const named = () => `http://receiver.example:${receiver.port}/events?of=k1`;
  const send = (
    url: string,
    { resolve, timeoutMs }: { readonly resolve?: Resolve; readonly timeoutMs?: number } = {},
  ) =>
    new Sender({
      policy,
      ...(resolve === undefined ? {} : { resolve }),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    }).post({ url, headers: { 'webhook-id': 'event1' }, body: '{"số":1}', signal });

  it('posts the body with its headers, and answers with the status', async () => {
    receiver.answers.push((reply) => reply.writeHead(503, { 'retry-after': '120' }).end());
    expect(await send(receiver.url)).toEqual({ status: 503, retryAfter: '120' });
    expect(receiver.received).toMatchObject([
      { id: 'event1', body: '{"số":1}', path: '/events', headers: { connection: 'close' } },
    ]);
  });

  it('asks for the name of the host, wherever it leads', async () => {
    expect(await send(named(), { resolve: () => Promise.resolve(['127.0.0.1']) })).toEqual({
      status: 204,
    });
    expect(receiver.received).toMatchObject([
      { path: '/events?of=k1', headers: { host: `receiver.example:${receiver.port}` } },
    ]);
  });

  it('connects to the address that was judged: a name that leads elsewhere a moment later gains nothing', async () => {
    const leadsTo = ['127.0.0.1', '127.0.0.2', '::1'];
    let asked = 0;
    const resolve: Resolve = () => {
      asked += 1;
      return Promise.resolve([leadsTo.shift() ?? '']);
    };
    expect(await send(named(), { resolve })).toEqual({ status: 204 });
    expect(asked).toBe(1);
    expect(await send(named(), { resolve })).toEqual({ failure: 'ADDRESS_REFUSED' });
    expect(await send(named(), { resolve })).toEqual({ failure: 'ADDRESS_REFUSED' });
    expect(receiver.received).toHaveLength(1);
  });

  it('goes to the permitted ones among several addresses', async () => {
    const resolve: Resolve = () => Promise.resolve(['127.0.0.2', '10.0.0.7', '127.0.0.1']);
    expect(await send(named(), { resolve })).toEqual({ status: 204 });
  });

  it('follows no redirect', async () => {
    const other = await Receiver.open();
    receiver.answers.push((reply) => reply.writeHead(307, { location: other.url }).end());
    expect(await send(receiver.url)).toEqual({ status: 307 });
    expect(other.received).toEqual([]);
    await other.close();
  });

  it('takes 64 KiB of an answer at most', async () => {
    const cutOff = Promise.withResolvers<void>();
    receiver.answers.push((reply) => {
      reply.on('close', () => {
        cutOff.resolve();
      });
      const fill = (): void => {
        while (!reply.destroyed && reply.write(Buffer.alloc(16_384)));
        if (!reply.destroyed) reply.once('drain', fill);
      };
      reply.writeHead(200);
      fill();
    });
    expect(await send(receiver.url)).toEqual({ status: 200 });
    await cutOff.promise;
  });

  it('waits for no answer longer than it should', async () => {
    receiver.answers.push(() => undefined);
    expect(await send(receiver.url, { timeoutMs: 20 })).toEqual({ failure: 'TIMEOUT' });
    const resolve: Resolve = () => new Promise(() => undefined);
    expect(await send(named(), { resolve, timeoutMs: 20 })).toEqual({ failure: 'TIMEOUT' });
  });

  it('says why there was no answer', async () => {
    receiver.answers.push((reply) => reply.destroy());
    expect(await send(receiver.url)).toEqual({ failure: 'CONNECTION_FAILED' });
    const resolve: Resolve = () => Promise.reject(new Error('ENOTFOUND'));
    expect(await send(named(), { resolve })).toEqual({ failure: 'NAME_NOT_FOUND' });
    expect(await send('http://10.0.0.7/')).toEqual({ failure: 'ADDRESS_REFUSED' });
    expect(await send(`https://127.0.0.1:${receiver.port}/`)).toEqual({
      failure: 'CONNECTION_FAILED',
    });
  });

  it('is cut off by the signal', async () => {
    const halting = new AbortController();
    receiver.answers.push(() => {
      halting.abort(new Error('The process ends'));
    });
    const sent = new Sender({ policy }).post({
      url: receiver.url,
      headers: {},
      body: '{}',
      signal: halting.signal,
    });
    await expect(sent).rejects.toThrow('The process ends');
  });
});
