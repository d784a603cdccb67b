import { createLogger } from '#composition';
import { startTestApi, mutationOf, withCommon } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

const SECRETS = {
  text: 'điều không ai được biết',
  member: 'm04711',
  token: 'eyJhbGciOiJFZERTQSJ9.c2VjcmV0.c2lnbmF0dXJl',
  cookie: 'session=4711',
  query: 'khong-ai-duoc-biet',
};

describe('The log of a service, with everything that it can say', () => {
  const lines: string[] = [];
  let api: TestApi;

  beforeAll(async () => {
    const stream = { write: (line: string) => lines.push(line) };
    api = await startTestApi({ logger: createLogger({ logLevel: 'trace' }, stream) });
  });
  afterAll(() => api.stop());

  const { text, member, token, cookie, query } = SECRETS;
  const authorization = `Bearer ${token}`;

  it.each<[string, () => Promise<unknown>]>([
    [
      'a command that is recorded',
      () =>
        api.record('establishOrganisation', {
          organisation: 'cell',
          kind: 'GRASSROOTS_CELL',
          name: text,
          organisationType: 'agency',
          reason: text,
        }),
    ],
    [
      'a person who becomes a member',
      () => api.record('admitMember', { member, organisation: 'cell', admittedOn: '2020-01-01' }),
    ],
    [
      'a command that is refused',
      () =>
        api.ask(mutationOf('transferMember'), {
          input: withCommon({ member, from: 'cell', to: 'nowhere', reason: text }),
        }),
    ],
    [
      'fields that are not valid',
      () =>
        api.ask(mutationOf('admitMember'), { input: { member, reason: text, commandId: text } }),
    ],
    ['a question about a person', () => api.ask(`{ member(id: "${member}") { id } }`)],
    ['an operation that cannot be read', () => api.ask(`{ ${text} `)],
    ['a body that is no JSON', () => api.post(`{"query": "${text}`)],
    [
      'a token that is not valid',
      () => api.ask('{ status { head } }', {}, { authorization, cookie }),
    ],
    ['a role that is not held', () => api.ask('{ status { head } }', {}, { 'x-acting-as': query })],
    ['a question in the address', () => fetch(`${api.url}/graphql?query=${query}`)],
    ['a way that leads nowhere', () => fetch(`${api.url}/nowhere?member=${member}`)],
    ['a place in a feed that is none', () => fetch(`${api.url}/feeds/events?after=${query}`)],
    [
      'a bundle that is none',
      () => fetch(`${api.url}/imports`, { method: 'POST', body: text, headers: { authorization } }),
    ],
  ])('tells nothing of %s', async (_, happens) => {
    const before = lines.length;
    await happens();
    await api.settle();
    const told = lines.slice(before).join('');
    for (const secret of Object.values(SECRETS)) expect(told).not.toContain(secret);
  });

  it('tells each request, by its id and its route', () => {
    const answered = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(answered).toContainEqual(
      expect.objectContaining({
        msg: 'Answered',
        requestId: expect.any(String),
        method: 'POST',
        route: '/graphql',
        status: 200,
      }),
    );
  });
});
