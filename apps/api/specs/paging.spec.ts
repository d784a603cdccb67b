import { startTestApi } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const PAGE = `edges { cursor node { id } }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor } projectedThrough`;

describe('a list', () => {
  let api: TestApi;
  let end = '0';
  beforeAll(async () => {
    api = await startTestApi();
    await establish('root', undefined);
    for (let index = 0; index < 9; index += 2) await establish(`cell-${index}`, 'root');
  });
  afterAll(() => api.stop());

  async function establish(organisation: string, parent: string | undefined) {
    const { position } = await api.record('establishOrganisation', {
      organisation,
      kind: parent === undefined ? 'SUPERIOR_COMMITTEE' : 'GRASSROOTS_CELL',
      name: organisation,
      organisationType: 'agency',
      ...(parent === undefined ? { level: 'DISTRICT' } : { parent }),
    });
    end = position;
  }

  const ask = async (list: string, args: string) =>
    api.ask(`{ ${list}(${args}, atLeast: "${end}") { ${PAGE} } }`);
  const page = async (args: string, list = 'organisations') => {
    const { data, errors } = await ask(list, args);
    expect(errors).toEqual([]);
    return data?.[list] as Page;
  };
  const idsOf = ({ edges }: Page) => edges.map(({ node }) => node.id);
  const children = async (args: string) => {
    const { data, errors } = await api.ask(
      `{ organisation(id: "root", atLeast: "${end}") { children(${args}) { ${PAGE} } } }`,
    );
    expect(errors).toEqual([]);
    const organisation = data?.organisation as { children: Page } | undefined;
    if (organisation === undefined) throw new Error('There is no such organisation');
    return organisation.children;
  };

  it('comes in pages that join without gap or overlap, also when something is added between', async () => {
    const first = await page('first: 3, under: "root"');
    await establish('cell-1', 'root');
    await establish('cell-5', 'root');
    const second = await page(`first: 10, under: "root", after: "${first.pageInfo.endCursor}"`);

    expect(idsOf(first)).toEqual(['cell-0', 'cell-2', 'cell-4']);
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(idsOf(second)).toEqual(['cell-5', 'cell-6', 'cell-8']);
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it('can be read from its end', async () => {
    const last = await children('last: 2');
    const before = await children(`last: 2, before: "${last.pageInfo.startCursor}"`);

    expect(idsOf(last)).toEqual(['cell-6', 'cell-8']);
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(idsOf(before)).toEqual(['cell-4', 'cell-5']);
    expect(before.pageInfo.hasNextPage).toBe(true);
  });

  it('of the history runs in the order recorded, both ways', async () => {
    const all = await page('filter: {}, first: 200', 'history');
    const last = await page('filter: {}, last: 1', 'history');

    expect(idsOf(last)).toEqual(idsOf(all).slice(-1));
  });

  it('refuses a cursor of another list or another filter', async () => {
    const { pageInfo } = await page('first: 1');
    const foreign = await ask('organisations', `under: "root", after: "${pageInfo.endCursor}"`);
    const other = await ask('history', `filter: {}, after: "${pageInfo.endCursor}"`);

    expect(foreign.errors[0]?.extensions).toEqual({ code: 'CURSOR_INVALID', field: 'after' });
    expect(other.errors[0]?.extensions).toEqual({ code: 'CURSOR_INVALID', field: 'after' });
  });

  it.each(['', 'x', 'AAAA', 'not base64 at all!', 'A'.repeat(3_000)])(
    'refuses the damaged cursor %j',
    async (cursor) => {
      const { errors } = await ask('organisations', `after: "${cursor}"`);

      expect(errors[0]?.extensions).toEqual({ code: 'CURSOR_INVALID', field: 'after' });
    },
  );

  it.each([
    ['first: 0', 'first'],
    ['first: 201', 'first'],
    ['last: -1', 'last'],
    ['first: 1, last: 1', 'last'],
  ])('refuses a page of %s', async (args, field) => {
    const { errors } = await ask('history', `filter: {}, ${args}`);

    expect(errors[0]?.extensions).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: [{ field }],
    });
  });
});
