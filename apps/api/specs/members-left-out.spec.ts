import { startTestApi } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

const at = (date: string) => ({ effectiveAt: `${date}T08:00:00+07:00` });

interface LeftOut {
  readonly totals: { readonly exempted: number; readonly suspended: number };
  readonly named: readonly string[];
  readonly nextPage: string | null;
}

interface Answered {
  readonly members: LeftOut['totals'];
  readonly membersLeftOut: {
    readonly edges: readonly { readonly node: Named }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

interface Named {
  readonly member: string;
  readonly reason: string;
  readonly organisation: { readonly id: string };
}

describe('The members left out of a scorecard’s denominator', () => {
  let api: TestApi;
  let end = '0';

  beforeAll(async () => {
    api = await startTestApi();
    const record = async (mutation: string, input: object) => {
      ({ position: end } = await api.record(mutation, input));
    };
    const founded = { name: 'Tên', organisationType: 'rural', ...at('2020-01-01') };
    for (const [organisation, kind, parent] of [
      ['ward', 'GRASSROOTS_COMMITTEE', undefined],
      ['a', 'SUBORDINATE_CELL', 'ward'],
      ['b', 'SUBORDINATE_CELL', 'ward'],
    ]) {
      await record('establishOrganisation', { organisation, kind, parent, ...founded });
    }
    for (const [member, organisation] of [
      ['m00001', 'b'],
      ['m00002', 'a'],
      ['m00003', 'a'],
      ['m00004', 'a'],
    ] as const) {
      await record('admitMember', { member, organisation, ...at('2020-02-01') });
    }
    await record('exemptMember', { member: 'm00001', ...at('2024-03-01') });
    await record('suspendMember', { member: 'm00003', ...at('2024-04-01') });
    await record('exemptMember', { member: 'm00002', ...at('2024-05-01') });
    await record('closePeriod', { organisation: 'a', year: 2024, ...at('2025-02-01') });
    await record('closePeriod', { organisation: 'b', year: 2024, ...at('2025-02-01') });
  });

  afterAll(() => api.stop());

  async function leftOut(organisation: string, page: string): Promise<LeftOut> {
    const { data, errors } = await api.ask(
      `{ scorecard(organisation: "${organisation}", year: 2024, atLeast: "${end}") {
        members { exempted suspended }
        membersLeftOut(${page}) {
          edges { node { member reason event organisation { id } } }
          pageInfo { hasNextPage endCursor } } } }`,
    );
    expect(errors).toEqual([]);
    const { members, membersLeftOut } = (data as { scorecard: Answered }).scorecard;
    const { edges, pageInfo } = membersLeftOut;
    return {
      totals: members,
      named: edges.map(
        ({ node: { member, reason, organisation: where } }) => `${where.id} ${member} ${reason}`,
      ),
      nextPage: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    };
  }

  it('are named of a cell', async () => {
    expect(await leftOut('a', 'first: 200')).toEqual({
      totals: { exempted: 1, suspended: 1 },
      named: ['a m00003 SUSPENDED', 'a m00002 EXEMPTED'],
      nextPage: null,
    });
  });

  it('are named of a committee, with the cell of each, a page at a time', async () => {
    const first = await leftOut('ward', 'first: 2');
    expect(first).toMatchObject({
      totals: { exempted: 2, suspended: 1 },
      named: ['a m00003 SUSPENDED', 'a m00002 EXEMPTED'],
    });
    const second = await leftOut('ward', `first: 2, after: "${first.nextPage ?? ''}"`);
    expect(second).toMatchObject({ named: ['b m00001 EXEMPTED'], nextPage: null });
  });

  it('are asked for with a cursor of the same scorecard only, and no more than 200 at once', async () => {
    const { nextPage } = await leftOut('ward', 'first: 1');
    const codeOf = async (organisation: string, page: string) => {
      const { errors } = await api.ask(
        `{ scorecard(organisation: "${organisation}", year: 2024) {
          membersLeftOut(${page}) { edges { cursor } } } }`,
      );
      return errors.map(({ extensions }) => extensions.code);
    };
    expect(await codeOf('a', `after: "${nextPage ?? ''}"`)).toEqual(['CURSOR_INVALID']);
    expect(await codeOf('a', 'first: 201')).toEqual(['VALIDATION_FAILED']);
  });
});
