import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { SECURITY_HEADERS } from '../http/security-headers';
import { startTestApi } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

const JSON_TYPE = { 'content-type': 'application/json' };
const STATUS = '{"query":"{ status { position } }"}';

describe('whatever comes over the network', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const port = () => Number(new URL(api.url).port);
  /** Bodies of imports that are being received or read. */
  const received = (): string[] => {
    const folder = join(api.dataDir, 'imports');
    return existsSync(folder) ? readdirSync(folder) : [];
  };
  const importing = (headers: Readonly<Record<string, string>>, body = '{"files":[]}') =>
    fetch(`${api.url}/imports`, { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body });

  it.each([
    ['/graphql', { method: 'POST', headers: JSON_TYPE, body: STATUS }],
    ['/graphql', { method: 'POST', headers: JSON_TYPE, body: '{' }],
    ['/imports', { method: 'POST', headers: JSON_TYPE, body: '{"files":[]}' }],
    ['/livez', {}],
    ['/metrics', {}],
    ['/nothing', {}],
  ])('is answered with the headers that protect the answer: %s %j', async (path, init) => {
    const { headers } = await fetch(`${api.url}${path}`, init);
    const { 'content-security-policy': policy, ...others } = SECURITY_HEADERS;

    expect(Object.fromEntries(headers)).toMatchObject({
      ...others,
      'cache-control': expect.any(String),
    });
    expect(headers.get('content-security-policy')).toBe(policy);
  });

  it('is refused with the status of who is to mend it', async () => {
    const actor = { id: 'm00001', role: 'INTEGRATOR', organisation: 'ward' } as const;
    const authorization = `Bearer ${await api.tokens.issue(actor, '1h')}`;

    expect((await importing({ authorization })).status).toBe(403);
    expect((await importing({ authorization: 'Bearer x' })).status).toBe(401);
    expect((await importing({}, '{"files":1}')).status).toBe(400);
  });

  it('is one import at a time, known before its body, and gone with its client', async () => {
    const head = `POST /imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 90000000\r\n\r\n{`;
    const answered = async () => (await importing({})).status;
    /** The one whose turn it is. Asking for something else gives it time to come before whoever asks whether it has. */
    const holder = async () => {
      for (;;) {
        const socket = connect(port(), '127.0.0.1');
        socket.write(head);
        for (let asked = 0; asked < 20; asked += 1) await api.post(STATUS);
        if ((await answered()) === 409) return socket;
        socket.destroy();
      }
    };
    const first = await holder();
    const second = connect(port(), '127.0.0.1');
    second.write(head);
    const [chunk] = (await once(second, 'data')) as [Buffer];

    expect(chunk.toString()).toMatch(/^HTTP\/1\.1 409 /);

    second.destroy();
    // What has come of it is in a file, not in memory, and gone with the one who sent it.
    first.write('"files":[');
    while (received().length === 0) await api.post(STATUS);
    first.destroy();
    while ((await answered()) === 409);
    expect(await answered()).toBe(400);
    while (received().length > 0) await api.post(STATUS);
  });

  it('is no import that is too large, said or not, and leaves no file', async () => {
    const large = await importing({}, 'x'.repeat(97 * 1024 * 1024));
    const streamed: RequestInit & { readonly duplex: 'half' } = {
      method: 'POST',
      headers: JSON_TYPE,
      body: ReadableStream.from(
        (function* chunks() {
          for (let chunk = 0; chunk < 97; chunk += 1) yield Buffer.alloc(1024 * 1024);
        })(),
      ),
      duplex: 'half',
    };
    const unannounced = await fetch(`${api.url}/imports`, streamed);

    for (const { status } of [large, unannounced]) expect(status).toBe(413);
    expect(received()).toEqual([]);
  });

  it('upgrades nothing, and is reset, without harm to others', async () => {
    for (const path of ['/graphql', '/other']) {
      const socket = connect(port(), '127.0.0.1');
      socket.on('error', () => {});
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
      );
      await once(socket, 'connect');
      socket.resetAndDestroy();
    }

    expect((await api.post(STATUS)).status).toBe(200);
  });

  it('may be a hundred senders that do not go on: others are answered', async () => {
    const slow = Array.from({ length: 100 }, () => connect(port(), '127.0.0.1'));
    await Promise.all(slow.map((socket) => once(socket, 'connect')));
    for (const socket of slow) socket.write('POST /graphql HTTP/1.1\r\nHost: localhost\r\n');

    expect((await api.post(STATUS)).status).toBe(200);

    for (const socket of slow) socket.destroy();
  });
});
