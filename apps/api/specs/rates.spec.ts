import { parse } from 'graphql';
import type { OperationDefinitionNode } from 'graphql';
import { affordableCost } from '../limits/complexity';
import { startTestApi } from '../testing/test-api';
import type { Answer, TestApi } from '../testing/test-api';

/** More than all of a budget. */
const LARGE =
  '{ history(filter: {}, first: 200) { edges { a: node { data } b: node { data } c: node { data } } } }';
const SMALL = '{ status { position } }';

describe('what somebody may ask for in a minute', () => {
  let api: TestApi;
  let auditor: { readonly authorization: string };
  let inspector: typeof auditor;
  beforeAll(async () => {
    api = await startTestApi({ limits: { valuesPerMinute: 10_000 } });
    await api.record('establishOrganisation', {
      organisation: 'ward',
      kind: 'GRASSROOTS_COMMITTEE',
      name: 'Đảng bộ phường',
      organisationType: 'ward',
    });
    await api.settle();
    const bearer = async (role: 'AUDITOR' | 'STANDING_BOARD') => {
      const actor = { id: 'm00001', role, organisation: 'ward' } as const;
      return { authorization: `Bearer ${await api.tokens.issue(actor, '1h')}` };
    };
    auditor = await bearer('AUDITOR');
    inspector = await bearer('STANDING_BOARD');
  });
  afterAll(() => api.stop());

  const codes = ({ status, errors }: Answer) => [status, ...errors.map((e) => e.extensions.code)];
  /** Everything the actor may spend, and all that the time gives meanwhile. */
  const spend = async (headers: typeof auditor) => {
    while ((await api.ask(LARGE, {}, headers)).status === 200);
  };

  it('is bounded by its cost, for each actor and role by itself; the local operator is not', async () => {
    await spend(auditor);

    expect(codes(await api.ask(LARGE, {}, auditor))).toEqual([429, 'RATE_LIMITED']);
    expect((await api.ask(LARGE, {}, inspector)).status).toBe(200);
    for (let time = 0; time < 10; time += 1) expect((await api.ask(LARGE)).status).toBe(200);
  });

  it('is told with when there is more, in the answer and as HTTP has it', async () => {
    await spend(auditor);
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...auditor },
      body: JSON.stringify({ query: LARGE }),
    });
    const { errors } = (await response.json()) as Pick<Answer, 'errors'>;
    const { retryAfter } = errors[0]?.extensions ?? {};

    expect(retryAfter).toBeGreaterThan(0);
    expect(response.headers.get('retry-after')).toBe(String(retryAfter));
  });

  it('counts feeds and imports as well', async () => {
    const feed = () => fetch(`${api.url}/feeds/events?limit=1000`, { headers: inspector });
    const bundle = () =>
      fetch(`${api.url}/imports`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...inspector },
        body: '{"files":1}',
      });
    await spend(inspector);

    for (const response of [await feed(), await bundle()]) {
      expect(response.status).toBe(429);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: 'RATE_LIMITED' } }],
      });
    }
  });

  it.each([
    [3 * 250, 'mutation ($i: RenameOrganisationInput!) { a: x b: x c: x }'],
    [2 * 10_000, '{ a: __type(name: "Query") { name } b: __type(name: "Query") { name } }'],
    [100_000, '{ __schema { types { name } } }'],
  ])('counts at least %d of %s', (least, text) => {
    const document = parse(text.replaceAll(' x', ' renameOrganisation(input: $i) { position }'));
    const [operation] = document.definitions as OperationDefinitionNode[];
    const input = {
      commandId: '0',
      effectiveAt: '2024-01-01T08:00:00+07:00',
      organisation: 'ward',
      name: 'x',
    };
    const cost = affordableCost({
      schema: api.schema,
      document,
      operation,
      variables: { i: input },
    });

    expect(cost).toBeGreaterThanOrEqual(least);
    expect(cost).toBeLessThan(least * 1.1);
  });

  it('says nothing of when there is enough', async () => {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: SMALL }),
    });

    expect(response.headers.has('retry-after')).toBe(false);
  });
});

describe('guessing tokens', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ limits: { trustedProxies: ['127.0.0.1', '::1'] } });
  });
  afterAll(() => api.stop());

  const from = (address: string, token: string) =>
    api.ask(SMALL, {}, { 'x-forwarded-for': address, authorization: `Bearer ${token}` });

  it('ends after some hundred times, by address; tokens that were good before go on', async () => {
    const actor = { id: 'm00001', role: 'OPERATOR', organisation: 'office' } as const;
    const [known, unknown] = await Promise.all([
      api.tokens.issue(actor, '1h'),
      api.tokens.issue(actor, '2h'),
    ]);
    expect((await from('9.9.9.9', known)).status).toBe(200);
    while ((await from('9.9.9.9', 'a.b.c')).status === 401);

    expect((await from('9.9.9.9', known)).status).toBe(200);
    expect((await from('8.8.8.8', unknown)).status).toBe(200);
  });
});
