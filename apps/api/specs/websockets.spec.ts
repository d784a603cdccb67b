import { once } from 'node:events';
import { decodeJwt } from 'jose';
import { WebSocket } from 'ws';
import { HandClock } from '#feeds/testing';
import { LIMITS } from '../limits';
import { RawSocket } from '../testing/raw-socket';
import { Subscriber } from '../testing/subscriber';
import { EVENT_LOG } from '../testing/subscriptions';
import { startTestApi } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

const PROTOCOL = 'graphql-transport-ws';
const INIT = { type: 'connection_init' };

describe('a WebSocket', () => {
  let api: TestApi;
  const clock = new HandClock();
  const open: WebSocket[] = [];
  const raws: RawSocket[] = [];

  beforeAll(async () => {
    api = await startTestApi({
      elapsed: clock.elapsed,
      webSocketOperations: 2,
      webSocketConnections: 3,
    });
  });
  afterEach(async () => {
    for (const raw of raws.splice(0)) raw.socket.destroy();
    for (const socket of open.splice(0)) {
      if (socket.readyState === WebSocket.CLOSED) continue;
      socket.terminate();
      await once(socket, 'close');
    }
    await untilMetric('four_good_websocket_connections', 0);
  });
  afterAll(() => api.stop());

  async function raw(): Promise<RawSocket> {
    const socket = await RawSocket.to(api.url);
    raws.push(socket);
    return socket;
  }

  async function metric(name: string): Promise<number> {
    const text = await (await fetch(`${api.url}/metrics`)).text();
    const line = text.split('\n').find((one) => one.startsWith(`${name} `));
    return Number(line?.split(' ').at(-1) ?? 0);
  }

  /** The service notices by itself; looking gives it time. */
  async function untilMetric(name: string, value: number): Promise<void> {
    while ((await metric(name)) !== value);
  }

  async function connected(options: { autoPong?: boolean } = {}): Promise<WebSocket> {
    const socket = new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, PROTOCOL, options);
    socket.on('error', () => undefined);
    open.push(socket);
    await once(socket, 'open');
    return socket;
  }

  async function begun(options: { autoPong?: boolean } = {}): Promise<WebSocket> {
    const socket = await connected(options);
    say(socket, INIT);
    await once(socket, 'message');
    return socket;
  }

  function say(socket: WebSocket, ...messages: readonly (object | string)[]): void {
    for (const message of messages) {
      socket.send(typeof message === 'string' ? message : JSON.stringify(message));
    }
  }

  const subscribe = (id: string, query: string, variables: object = {}) => ({
    id,
    type: 'subscribe',
    payload: { query, variables },
  });

  /** Whatever breaks before. */
  const closed = (socket: WebSocket) =>
    new Promise<number>((resolve) => {
      socket.on('close', resolve);
    });

  const serves = async () => (await api.ask('{ status { position } }')).errors;

  it('is refused in plain HTTP with another protocol, or none', async () => {
    for (const protocol of ['graphql-ws', undefined, 'x, y']) {
      const socket = await raw();
      socket.ask('/graphql', { 'sec-websocket-protocol': protocol });
      const answer = await socket.rest();
      expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
      expect(answer).toContain('x-content-type-options: nosniff');
      expect(answer).toContain('"code":"VALIDATION_FAILED"');
    }
  });

  it('is refused in plain HTTP with a handshake that is none', async () => {
    const socket = await raw();
    socket.ask('/graphql', { 'sec-websocket-key': 'short' });
    expect(await socket.status()).toBe(400);
  });

  it('is nowhere else, and no other upgrade is taken note of', async () => {
    const elsewhere = await raw();
    elsewhere.ask('/feeds/events/x');
    expect(await elsewhere.status()).toBe(404);
    const another = await raw();
    another.ask('/livez', { upgrade: 'h2c' });
    expect(await another.status()).toBe(200);
  });

  it('may be reset at any moment, without harm to others', async () => {
    for (const path of ['/graphql', '/other', '/graphql?x']) {
      const early = await raw();
      early.ask(path);
      early.socket.resetAndDestroy();
      const late = await raw();
      late.ask(path);
      await once(late.socket, 'data');
      late.socket.resetAndDestroy();
    }
    const halfway = await raw();
    halfway.socket.write('GET /graphql HTTP/1.1\r\nUpgrade: websocket\r\n');
    halfway.socket.resetAndDestroy();
    expect(await serves()).toEqual([]);
  });

  it.each([
    ['garbage', Buffer.from('this is no frame at all, whatever it is')],
    ['a frame that is not masked', Buffer.from([0x81, 0x02, 0x7b, 0x7d])],
    ['a frame of 2^62 bytes', Buffer.from([0x81, 0xff, 0x40, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4])],
    ['a frame with reserved bits', Buffer.from([0xf1, 0x80, 1, 2, 3, 4])],
    ['a continuation of nothing', Buffer.from([0x00, 0x80, 1, 2, 3, 4])],
    ['text that is not UTF-8', Buffer.from([0x81, 0x81, 0, 0, 0, 0, 0xff])],
  ])('that sends %s is closed', async (_, frame) => {
    const socket = await raw();
    socket.ask();
    expect(await socket.status()).toBe(101);
    socket.socket.write(frame);
    socket.socket.end();
    await socket.rest();
    expect(await serves()).toEqual([]);
  });

  it('that sends a flood of fragments is closed', async () => {
    const socket = await begun();
    const ending = closed(socket);
    const flood = (left: number): void => {
      for (let sent = 0; sent < 1_000; sent += 1) socket.send('', { fin: false });
      if (left > 0 && socket.readyState === WebSocket.OPEN) setImmediate(flood, left - 1);
    };
    flood(100);
    expect([1006, 1008, 1009]).toContain(await ending);
    expect(await serves()).toEqual([]);
  });

  it.each<[string, number, readonly (object | string)[]]>([
    ['no JSON', 4400, ['{']],
    ['no message', 4400, [INIT, { type: 'shout' }]],
    ['a message of the service', 4400, [INIT, { type: 'next', id: '1', payload: {} }]],
    ['an operation without a query', 4400, [INIT, { type: 'subscribe', id: '1', payload: {} }]],
    ['an operation before it begins', 4401, [subscribe('1', '{ status { position } }')]],
    ['that it begins, twice', 4429, [INIT, INIT]],
    [
      'two operations of one name',
      4409,
      [INIT, subscribe('1', EVENT_LOG), subscribe('1', EVENT_LOG)],
    ],
    ['a message too large', 1009, [INIT, 'x'.repeat(LIMITS.bodyBytes + 1)]],
    ['a very long name', 4400, [INIT, subscribe('x'.repeat(201), EVENT_LOG)]],
  ])('that says %s is closed with %i', async (_, code, messages) => {
    const socket = await connected();
    const ending = closed(socket);
    say(socket, ...messages);
    expect(await ending).toBe(code);
  });

  it('that does not begin in time is closed', async () => {
    const socket = await connected();
    const ending = closed(socket);
    clock.pass(LIMITS.initMs);
    expect(await ending).toBe(4408);
    await untilMetric('four_good_websocket_ends_total{reason="INIT_TIMEOUT"}', 1);
  });

  it('on which nothing goes on is closed when the token is not valid any more', async () => {
    const auditor = { id: 'm00077', role: 'AUDITOR', organisation: 'district' } as const;
    const token = await api.tokens.issue(auditor, '1h');
    const socket = await connected();
    const ending = closed(socket);
    say(socket, { ...INIT, payload: { authorization: `Bearer ${token}` } });
    await once(socket, 'message');
    api.tokenRegister.revoke(decodeJwt(token).jti ?? '');
    clock.pass(LIMITS.pingMs);
    expect(await ending).toBe(4401);
  });

  it('takes a name again as soon as its operation was completed', async () => {
    const socket = await begun();
    const messages: { readonly id: string; readonly type: string }[] = [];
    socket.on('message', (data: Buffer) => {
      messages.push(JSON.parse(data.toString()) as (typeof messages)[number]);
    });
    const rounds = 20;
    for (let round = 0; round < rounds; round += 1) {
      say(socket, subscribe('same', EVENT_LOG), { type: 'complete', id: 'same' });
    }
    say(socket, subscribe('last', '{ status { position } }'));
    while (!messages.some(({ id, type }) => id === 'last' && type === 'complete')) {
      await once(socket, 'message');
    }
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    await untilMetric('four_good_websocket_operations', 0);
  });

  it('has so many operations at most, and answers the others', async () => {
    const subscriber = new Subscriber(api.url);
    const feeds = [subscriber.subscribe(EVENT_LOG), subscriber.subscribe(EVENT_LOG)];
    for (const feed of feeds) await feed.take(1);
    const { extensions } = await subscriber.subscribe(EVENT_LOG).failure();
    expect(extensions).toEqual({ code: 'LIMIT_EXCEEDED', limit: 2 });
    await feeds[0]?.end();
    await untilMetric('four_good_websocket_operations', 1);
    expect((await subscriber.ask('{ status { position } }')).errors).toBeUndefined();
    await subscriber.close();
  });

  it('is one of so many of an identity at most, until one of them is closed', async () => {
    const sockets = [await begun(), await begun(), await begun()];
    const more = await connected();
    const ending = closed(more);
    say(more, INIT);
    expect(await ending).toBe(1013);
    sockets[0]?.close();
    await untilMetric('four_good_websocket_connections', 2);
    expect((await begun()).readyState).toBe(WebSocket.OPEN);
  });

  it('may wait for a while with many others, and no longer with all of them', async () => {
    const waiting = await Promise.all(
      Array.from({ length: LIMITS.uninitialised }, () => connected()),
    );
    const more = await raw();
    more.ask();
    expect(await more.status()).toBe(503);
    const endings = waiting.map(closed);
    clock.pass(LIMITS.initMs);
    expect(new Set(await Promise.all(endings))).toEqual(new Set([4408]));
    expect((await begun()).readyState).toBe(WebSocket.OPEN);
  });

  it('that is gone without a word is noticed', async () => {
    const there = await begun();
    const gone = await begun({ autoPong: false });
    const ending = closed(gone);
    const asked = [once(there, 'ping'), once(gone, 'ping')];
    clock.pass(LIMITS.pingMs);
    await Promise.all(asked);
    // The answer of the one that is there has come when what it asks afterwards is answered.
    say(there, { type: 'ping' });
    await once(there, 'message');
    clock.pass(LIMITS.pingMs);
    expect(await ending).toBe(1006);
    expect(there.readyState).toBe(WebSocket.OPEN);
  });
});
