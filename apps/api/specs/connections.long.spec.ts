import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { SECURITY_HEADERS } from '../http/security-headers';
import { startTestApi } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

const STATUS = '{"query":"{ status { position } }"}';
const portOf = ({ url }: TestApi) => Number(new URL(url).port);

/** Until the other side closes, politely or not. */
function everythingFrom(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    socket.on('data', (chunk) => (said += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(said));
  });
}

async function connected(api: TestApi, localAddress = '127.0.0.1'): Promise<Socket> {
  const socket = connect({ port: portOf(api), host: '127.0.0.1', localAddress });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

describe('what is no request', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  it.each([
    ['no HTTP', 400, 'VALIDATION_FAILED', 'this is not HTTP\r\n\r\n'],
    [
      'two lengths',
      400,
      'VALIDATION_FAILED',
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}',
    ],
    [
      'headers without end',
      431,
      'LIMIT_EXCEEDED',
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(100_000)}`,
    ],
    ['no host', 400, 'VALIDATION_FAILED', 'GET /livez HTTP/1.1\r\nConnection: close\r\n\r\n'],
    [
      'an address that is none',
      400,
      'VALIDATION_FAILED',
      'GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    ],
  ])('is answered as everything is: %s', async (_, status, code, text) => {
    const socket = await connected(api);
    const said = everythingFrom(socket);
    socket.write(text);
    const [head = '', body = ''] = (await said).split('\r\n\r\n');

    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      expect(head.toLowerCase()).toContain(`${name}: ${value.toLowerCase()}`);
    }
    expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code } }] });
  });
});

describe('a connection', () => {
  it('on which nothing comes, or a byte at a time, is ended', async () => {
    const api = await startTestApi({ limits: { requestTimeoutMs: 2_000 } });
    const [silent, slowHead, slowBody] = await Promise.all([
      connected(api),
      connected(api),
      connected(api),
    ]);
    slowHead.write('POST /graphql HTTP/1.1\r\n');
    slowBody.write(
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99999\r\n\r\n',
    );
    const drip = setInterval(() => {
      slowHead.write('X: y\r\n');
      slowBody.write('{');
    }, 50);
    const said = await Promise.all([silent, slowHead, slowBody].map(everythingFrom));
    clearInterval(drip);

    for (const text of said) expect(text).toMatch(/^(HTTP\/1\.1 408 [\s\S]*LIMIT_EXCEEDED|$)/);
    await api.stop();
  });

  it('is one of so many of its address; others come through', async () => {
    const api = await startTestApi({ limits: { connectionsPerAddress: 10 } });
    const livez = (localAddress: string) =>
      new Promise<number | undefined>((resolve) => {
        const asked = request({ port: portOf(api), localAddress, path: '/livez', agent: false });
        asked.on('response', ({ statusCode }) => resolve(statusCode));
        asked.on('error', () => resolve(undefined));
        asked.end();
      });
    const open = await Promise.all(Array.from({ length: 10 }, () => connected(api, '127.0.0.2')));

    expect(await livez('127.0.0.2')).toBeUndefined();
    expect(await livez('127.0.0.3')).toBe(200);
    for (const socket of open) socket.destroy();
    while ((await livez('127.0.0.2')) !== 200);
    await api.stop();
  });

  it('of a named proxy is one of all', async () => {
    const api = await startTestApi({
      limits: { connectionsPerAddress: 1, trustedProxies: ['127.0.0.0/8'] },
    });
    const open = await Promise.all(Array.from({ length: 5 }, () => connected(api)));

    expect((await api.post(STATUS)).status).toBe(200);
    for (const socket of open) socket.destroy();
    await api.stop();
  });
});

describe('an operation', () => {
  it('that takes too long is answered, and others as ever', async () => {
    const api = await startTestApi({ limits: { operationTimeoutMs: 50 } });
    // It waits for two seconds.
    const { status, errors } = await api.ask(
      '{ organisations(atLeast: "999999") { projectedThrough } }',
    );

    expect(status).toBe(503);
    expect(errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE', limitSeconds: 0.05 } }]);
    await api.stop();
  });
});
