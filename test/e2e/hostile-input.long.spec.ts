import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { found, Installation } from '../support';
import type { RunningService } from '../support';

const QUERY = '{ status { position } }';
const JSON_TYPE = { 'content-type': 'application/json' };

describe('whatever is sent to the service', () => {
  const installation = new Installation();
  let service: RunningService;

  beforeAll(async () => {
    service = await installation.start();
    await found(service.client, 'ward', ['cell-1']);
  });

  afterAll(() => installation.remove());

  // Whatever came before: this rejects when the service does not go on.
  afterEach(() => service.client.ask(QUERY));

  it.each<[string, number, string, RequestInit]>([
    ['no JSON', 400, 'VALIDATION_FAILED', { headers: JSON_TYPE, body: '{"query": "{ sta' }],
    ['JSON that is no request', 400, 'VALIDATION_FAILED', { headers: JSON_TYPE, body: '42' }],
    [
      'a body of no type',
      415,
      'VALIDATION_FAILED',
      { headers: { 'content-type': 'x/y' }, body: QUERY },
    ],
    ['a form', 415, 'VALIDATION_FAILED', { body: new URLSearchParams({ query: QUERY }) }],
    [
      'bytes that are no text',
      400,
      'VALIDATION_FAILED',
      { headers: JSON_TYPE, body: Buffer.alloc(999, 0xff) },
    ],
    ['nothing', 400, 'VALIDATION_FAILED', { headers: JSON_TYPE }],
    [
      'too much',
      413,
      'LIMIT_EXCEEDED',
      {
        headers: JSON_TYPE,
        body: JSON.stringify({ query: QUERY, variables: { x: 'x'.repeat(5_000_000) } }),
      },
    ],
  ])('%s is answered with %i and a code', async (_, status, code, request) => {
    const response = await fetch(service.url, { method: 'POST', ...request });

    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  it.each<[string, string, object]>([
    ['half a document', '{ status {', {}],
    ['a field that there is not', '{ passwords }', {}],
    ['a page of a million', '{ organisations(first: 1000000) { edges { cursor } } }', {}],
    ['a position that is none', '{ organisations(atLeast: "-1") { edges { cursor } } }', {}],
    [
      'a filter of another type',
      'query ($f: HistoryFilter!) { history(filter: $f) { edges { cursor } } }',
      { f: [1] },
    ],
  ])('%s fails validation', async (_, query, variables) => {
    expect(await service.client.codesOf(query, variables)).toEqual(['VALIDATION_FAILED']);
  });

  it('a damaged cursor, or one of another list, is no cursor', async () => {
    const { organisations } = await service.client.ask<{
      readonly organisations: { readonly pageInfo: { readonly endCursor: string } };
    }>('{ organisations(first: 1) { pageInfo { endCursor } } }');
    const { endCursor } = organisations.pageInfo;
    const last = endCursor.at(-1) === 'A' ? 'B' : 'A';
    const after = `query ($after: Cursor) { organisations(first: 1, after: $after) { edges { cursor } } }`;

    const codes = await Promise.all([
      service.client.codesOf(after, { after: endCursor }),
      service.client.codesOf(after, { after: `${endCursor.slice(0, -1)}${last}` }),
      service.client.codesOf(after, { after: endCursor.slice(1) }),
      service.client.codesOf(after, { after: '../../etc/passwd' }),
      service.client.codesOf(after.replaceAll('organisations', 'frameworks'), { after: endCursor }),
    ]);
    expect(codes).toEqual([[], ...Array(4).fill(['CURSOR_INVALID'])]);
  });

  it.each([
    ['garbage', Buffer.from('\0\x16\x03\x01 this is not HTTP \xff\xfe\r\n\r\n', 'latin1')],
    ['a header without end', `POST /graphql HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(100_000)}`],
    [
      'two lengths',
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}',
    ],
    [
      'a length that is no number',
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: much\r\n\r\n{}',
    ],
  ])('%s on the socket is refused, and the connection closed', async (_, bytes) => {
    const socket = await connected(service);
    const said = everythingFrom(socket);
    socket.write(bytes);

    expect(await said).toMatch(/^(HTTP\/1\.1 4\d\d |$)/);
  });

  it.each([
    [
      'in the middle of a request',
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 999\r\n\r\n{"que',
    ],
    ['after asking for a web socket elsewhere', upgradeTo('/elsewhere')],
    ['after asking for a web socket', upgradeTo('/graphql')],
    [
      'in the middle of an import',
      'POST /imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n{"files":[',
    ],
  ])('a connection that breaks %s is nobody’s harm', async (_, bytes) => {
    const socket = await connected(service);
    await new Promise((resolve) => socket.write(bytes, resolve));
    socket.resetAndDestroy();
    await once(socket, 'close');

    expect((await service.get('/livez')).status).toBe(200);
  });

  it('it is ready after all of this, and ends as it should', async () => {
    expect((await service.get('/readyz')).status).toBe(200);
    expect(await service.stop()).toEqual({ code: 0, signal: null });
    service = await installation.start();
  });
});

function upgradeTo(path: string): string {
  return (
    `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
    'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n'
  );
}

async function connected({ url }: RunningService): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  return socket;
}

/** Until the other side closes, politely or not. */
function everythingFrom(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    socket.on('data', (chunk) => (said += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(said);
    });
  });
}
