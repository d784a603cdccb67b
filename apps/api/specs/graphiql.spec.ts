import { startTestApi } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

describe('GraphiQL', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  it('loads nothing but what the service itself has', async () => {
    const page = await (await fetch(`${api.url}/graphiql`)).text();
    const addresses = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(
      ([, address = '']) => address,
    );
    const answers = await Promise.all(
      addresses.map(async (address) => {
        const response = await fetch(`${api.url}${address}`);
        return [response.status, (await response.text()).length > 0];
      }),
    );

    expect(addresses.every((address) => address.startsWith('/graphiql/'))).toBe(true);
    expect(answers).toEqual(addresses.map(() => [200, true]));
  });

  it('gives no other file', async () => {
    expect((await fetch(`${api.url}/graphiql/..%2Fpackage.json`)).status).toBe(404);
    expect((await fetch(`${api.url}/graphiql/package.json`)).status).toBe(404);
  });

  it('asks as a page of the service, which counts as local', async () => {
    const { errors } = await api.ask('{ status { position } }', {}, { origin: api.url });

    expect(errors).toEqual([]);
  });
});
