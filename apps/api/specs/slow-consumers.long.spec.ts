import { once } from 'node:events';
import { WebSocket } from 'ws';
import { HandClock } from '#feeds/testing';
import { LIMITS } from '../limits';
import { pledgedCell } from '../testing/recognised-cell';
import { startTestApi } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

/** More than lies between two programs of one machine: an event with a long text, many times over. */
const LARGE = `subscription { eventLog(after: "START", filter: { types: [FrameworkDrafted] }) {
  ... on EventFeedEvent { cursor event { ${Array.from({ length: 900 }, (_, at) => `a${at}: data`).join(' ')} } }
} }`;

interface Received {
  readonly type: string;
  readonly payload: {
    /** Of a message. */
    readonly data?: { readonly eventLog: { readonly cursor: string } };
    /** Of an error. */
    readonly 0?: { readonly extensions: { readonly resumeAfter: string } };
  };
}

describe('a client that takes nothing', () => {
  let api: TestApi;
  let clock: HandClock;
  let client: WebSocket;

  beforeEach(async () => {
    clock = new HandClock();
    api = await startTestApi({ elapsed: clock.elapsed });
    await pledgedCell(api, {
      title: { vi: 'x'.repeat(20_000), en: 'x' },
    });
    client = new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await once(client, 'open');
    client.send(JSON.stringify({ type: 'connection_init' }));
    await once(client, 'message');
    client.pause();
    const payload = { query: LARGE };
    client.send(JSON.stringify({ id: 'slow', type: 'subscribe', payload }));
    await untilMetric('four_good_websocket_messages_total{direction="sent"}', 2);
  });
  afterEach(async () => {
    client.terminate();
    await api.stop();
  });

  async function metric(name: string): Promise<number> {
    const text = await (await fetch(`${api.url}/metrics`)).text();
    const line = text.split('\n').find((one) => one.startsWith(`${name} `));
    return Number(line?.split(' ').at(-1) ?? 0);
  }

  async function untilMetric(name: string, value: number, meanwhile = () => {}): Promise<void> {
    while ((await metric(name)) !== value) meanwhile();
  }

  const untilLeft = () =>
    untilMetric('four_good_websocket_operation_ends_total{reason="SLOW_CONSUMER"}', 1, () => {
      clock.pass(LIMITS.patienceMs);
    });

  it('is told where it goes on, behind what lies there for it, and may go on', async () => {
    await untilLeft();
    const received: Received[] = [];
    const answered = Promise.withResolvers<void>();
    client.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as Received;
      received.push(message);
      if (message.type === 'pong') answered.resolve();
    });
    client.resume();
    client.send(JSON.stringify({ type: 'ping' }));
    await answered.promise;
    const [told, error] = received;
    expect(received.map(({ type }) => type)).toEqual(['next', 'error', 'pong']);
    expect(error?.payload).toMatchObject([{ extensions: { code: 'SLOW_CONSUMER' } }]);
    expect(told?.payload.data?.eventLog.cursor).toBe(error?.payload[0]?.extensions.resumeAfter);
    expect(error?.payload[0]?.extensions.resumeAfter).toEqual(expect.any(String));
  });

  it('is left when it does not take that either', async () => {
    await untilLeft();
    await untilMetric('four_good_websocket_connections', 0, () => {
      clock.pass(LIMITS.patienceMs);
    });
    expect(await metric('four_good_websocket_operations')).toBe(0);
  });

  it('holds up no service that ends', async () => {
    const ending = api.close();
    client.resume();
    const [code] = (await once(client, 'close')) as [number];
    expect(code).toBe(1012);
    await ending;
  });
});
