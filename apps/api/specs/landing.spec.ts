import { startTestApi } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('the service opened in a browser', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  it('says in both languages what there is, by links that lead somewhere', async () => {
    const page = await (await fetch(api.url, { headers: BROWSER })).text();
    const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, address = '']) => address);

    expect(page).toContain('Dịch vụ đang chạy');
    expect(page).toContain('The service is running');
    expect(links).toContain('/graphiql');
    for (const link of links) expect((await fetch(`${api.url}${link}`)).status).not.toBe(404);
  });

  it('at /graphql leads to GraphiQL, and asks nothing', async () => {
    const response = await fetch(`${api.url}/graphql`, { headers: BROWSER });

    expect([response.status, new URL(response.url).pathname]).toEqual([200, '/graphiql']);
  });

  it('opens GraphiQL with a query that answers', async () => {
    const script = await (await fetch(`${api.url}/graphiql/start.js`)).text();
    const [, text = ''] = /defaultQuery: (".*"),/.exec(script) ?? [];
    const { status, errors } = await api.ask(JSON.parse(text) as string);

    expect([status, errors]).toEqual([200, []]);
  });
});
