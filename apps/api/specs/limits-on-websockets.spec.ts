import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getIntrospectionQuery } from 'graphql';
import type { Role } from '#vocabulary';
import { OperationFailed, Subscriber } from '../testing/subscriber';
import { startTestApi } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

const LARGE = '{ organisations(first: 200) { edges { node { id name kind } } } }';
const SMALL = '{ status { position } }';
const LISTED = 'query Register { recognitions(first: 1) { edges { cursor } } }';
const SCHEMA = getIntrospectionQuery();

describe('What bounds operations over HTTP bounds those on a WebSocket', () => {
  const folder = mkdtempSync(join(tmpdir(), 'listed-'));
  const running: TestApi[] = [];
  const open: Subscriber[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((subscriber) => subscriber.close()));
    await Promise.all(running.splice(0).map((api) => api.stop()));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function start(options: Parameters<typeof startTestApi>[0] = {}): Promise<TestApi> {
    const api = await startTestApi(options);
    running.push(api);
    return api;
  }

  async function connect(api: TestApi, role: Role) {
    const token = await api.tokens.issue({ id: 'm00001', role, organisation: 'ward' }, '1h');
    const authorization = `Bearer ${token}`;
    const subscriber = new Subscriber(api.url, { authorization });
    open.push(subscriber);
    /** What the one answer, or the end of the operation, is refused with. */
    const codeOf = async (query: string): Promise<unknown> => {
      try {
        const { errors = [] } = await subscriber.ask(query);
        return errors[0]?.extensions?.code ?? 'ANSWERED';
      } catch (error) {
        return error instanceof OperationFailed ? error.extensions.code : 'CLOSED';
      }
    };
    return { codeOf, authorization };
  }

  it('what an actor may ask for in a minute, whichever way', async () => {
    const api = await start({ limits: { valuesPerMinute: 1_000 } });
    const { codeOf, authorization } = await connect(api, 'AUDITOR');

    expect(await codeOf(LARGE)).toBe('ANSWERED');
    expect(await codeOf(SMALL)).toBe('RATE_LIMITED');
    expect(await codeOf('subscription { eventLog(filter: {}) { __typename } }')).toBe(
      'RATE_LIMITED',
    );
    expect(await api.ask(SMALL, {}, { authorization })).toMatchObject({ status: 429 });
  });

  it('operations that are known beforehand, and questions for the schema', async () => {
    const path = join(folder, 'operations.json');
    const byHash = [LISTED, SCHEMA].map((text) => [
      createHash('sha256').update(text).digest('hex'),
      text,
    ]);
    writeFileSync(path, JSON.stringify(Object.fromEntries(byHash)));
    const api = await start({ persistedOperations: path });
    const program = await connect(api, 'INTEGRATOR');
    const auditor = await connect(api, 'AUDITOR');

    expect(await program.codeOf(LISTED)).toBe('ANSWERED');
    expect(await program.codeOf(SMALL)).toBe('PERSISTED_QUERY_NOT_IN_LIST');
    expect(await program.codeOf(SCHEMA)).toBe('FORBIDDEN');
    expect(await auditor.codeOf(SMALL)).toBe('ANSWERED');
    expect(await auditor.codeOf(SCHEMA)).toBe('ANSWERED');
  });

  it('what is refused, which is counted by role and operation', async () => {
    const api = await start();
    const { codeOf } = await connect(api, 'INTEGRATOR');

    expect(await codeOf('{ other: cases { edges { cursor } } }')).toBe('FORBIDDEN');
    expect(await (await api.measure()).metrics()).toContain(
      'four_good_refusals_total{role="INTEGRATOR",operation="Query.cases"} 1',
    );
  });
});
