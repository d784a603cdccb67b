import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import fc from 'fast-check';
import { startTestApi } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

const REQUESTS = Number(process.env.HOSTILE_REQUESTS ?? 1_000);
const CONNECTIONS = 1_000;
/** Nothing of how the service is made is in an answer. */
const INTERNALS = /\n\s+at |node_modules|\.[jt]s:\d|\/(?:home|root|tmp|usr|work)\/|"stack"/;

const word = fc.string({ unit: 'binary-ascii', maxLength: 20 });
const method = fc.oneof(fc.constantFrom('GET', 'POST', 'PUT', 'OPTIONS', 'HEAD', 'CONNECT'), word);
const path = fc.oneof(
  fc.constantFrom('/graphql', '/imports', '/feeds/events?limit=1', '/graphiql', '/schemas/x', '/'),
  word.map((text) => `/${text}`),
  word.map((text) => `/graphql?query=${text}`),
);
const header = fc.oneof(
  fc.constantFrom(
    'Host: localhost',
    'Content-Type: application/json',
    'Transfer-Encoding: chunked',
    'Content-Length: 20',
    'Content-Encoding: gzip',
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Expect: 100-continue',
    'Authorization: Bearer a.b.c',
    'X-Acting-As: x',
    'Last-Event-ID: x',
  ),
  fc.tuple(word, word).map(([name, value]) => `${name}: ${value}`),
);
const body = fc.oneof(
  fc.constantFrom(
    '{"query":"{ status { position } }"}',
    '{"query":"{ __schema { types { name } } }"}',
    '{"query":"{"}',
    '{"query":[]}',
    '{"query":"{ a }","variables":[1],"extensions":{"persistedQuery":{}}}',
    '{"files":[{"path":"../x.csv","content":"!"}],"dryRun":true}',
    '[',
    '5\r\nhello\r\n0\r\n\r\n',
    'zz\r\n',
  ),
  fc.json(),
  word,
);
const anything = fc
  .record({ method, path, headers: fc.array(header, { maxLength: 6 }), body })
  .map((sent) =>
    [`${sent.method} ${sent.path} HTTP/1.1`, ...sent.headers, '', sent.body].join('\r\n'),
  );

describe('hostile weather', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const port = () => Number(new URL(api.url).port);
  const livez = (localAddress: string) =>
    new Promise<number | undefined>((resolve) => {
      const asked = request({ port: port(), localAddress, path: '/livez', agent: false });
      asked.on('response', (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.on('error', () => resolve(undefined));
      asked.end();
    });

  it(`of ${REQUESTS} requests of any kind ends in answers without internals, and in service`, async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        const socket = connect(port(), '127.0.0.1');
        let said = '';
        socket.on('data', (chunk) => (said += chunk.toString('latin1')));
        socket.on('error', () => undefined);
        socket.end(text);
        if (!socket.destroyed) await once(socket, 'close');

        if (said !== '') answered += 1;
        expect(said).not.toMatch(INTERNALS);
        expect(said).not.toMatch(/^HTTP\/1\.1 500/m);
      }),
      { numRuns: REQUESTS },
    );
    expect(answered).toBeGreaterThan(REQUESTS / 2);

    expect((await api.ask('{ status { position } }')).status).toBe(200);
  }, 300_000);

  it(`of ${CONNECTIONS} connections that do not go on leaves room for others, and none behind`, async () => {
    const half: Socket[] = [];
    for (let at = 0; at < CONNECTIONS; at += 1) {
      const socket = connect({ port: port(), host: '127.0.0.1', localAddress: '127.0.0.2' });
      socket.on('error', () => undefined);
      socket.write('POST /graphql HTTP/1.1\r\nHost: localhost\r\n');
      half.push(socket);
    }
    for (let time = 0; time < 20; time += 1) expect(await livez('127.0.0.3')).toBe(200);
    for (const socket of half) socket.destroy();

    // Those that were open are counted no more.
    while ((await livez('127.0.0.2')) !== 200);
    const { data } = await api.ask('{ status { position } }');
    expect(data).toHaveProperty('status');
  }, 120_000);
});
