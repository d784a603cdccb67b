import { startTestApi } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

const at = (date: string) => ({ effectiveAt: `${date}T08:00:00+07:00` });

interface Page {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}

/*
 * Until 2025 the cells `a` and `b` were under the district; then `b` was merged into `a`, the district was dissolved,
 * and `a` moved under the commune.
 */
describe('A question about everything under an organisation', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi({ now: () => new Date('2025-10-01T08:00:00+07:00') });
    const founded = { name: 'Tên', organisationType: 'rural', ...at('2020-01-01') };
    for (const [organisation, kind, parent] of [
      ['province', 'SUPERIOR_COMMITTEE', undefined],
      ['district', 'SUPERIOR_COMMITTEE', 'province'],
      ['commune', 'SUPERIOR_COMMITTEE', 'province'],
      ['a', 'GRASSROOTS_CELL', 'district'],
      ['b', 'GRASSROOTS_CELL', 'district'],
    ]) {
      await api.record('establishOrganisation', { organisation, kind, parent, ...founded });
    }
    await api.record('admitMember', { member: 'm1', organisation: 'b', ...at('2020-02-01') });
    await openCase('case-a', 'a', '2024-03-01');
    await api.record('closeCase', { case: 'case-a', ...at('2024-06-01') });
    await openCase('case-b', 'b', '2024-04-01', 'm1');
    await openCase('case-2025', 'a', '2025-02-01');
    await api.record('mergeOrganisation', { organisation: 'b', into: 'a', ...at('2025-07-01') });
    const move = { organisation: 'a', to: 'commune', ...at('2025-07-01') };
    await api.record('reparentOrganisation', move);
    await api.record('dissolveOrganisation', { organisation: 'district', ...at('2025-07-01') });
    await api.settle();
  });

  afterAll(() => api.stop());

  async function openCase(id: string, organisation: string, occurredOn: string, member?: string) {
    const opened = at(occurredOn);
    await api.record('openCase', { case: id, organisation, member, occurredOn, ...opened });
    const source = member === undefined ? 'SELF' : 'PRESS';
    await api.record('receiveSignal', { case: id, source, ...opened });
    if (id === 'case-a') {
      const concluded = { confirmed: false, remediationRequired: false, ...at('2024-05-01') };
      await api.record('reachConclusion', { case: id, ...concluded });
    }
  }

  async function cases(args: string): Promise<readonly string[]> {
    const { data } = await api.ask(`{ cases(${args}) { edges { node { id } } } }`);
    return (data as { cases: Page }).cases.edges.map(({ node }) => node.id);
  }

  it.each([
    ['the new parent', 'commune', ['case-2025', 'case-a', 'case-b']],
    ['the one above all', 'province', ['case-2025', 'case-a', 'case-b']],
    ['the one that carries on', 'a', ['case-2025', 'case-a', 'case-b']],
    ['the one that has ended', 'district', []],
  ])('is about the tree of now: %s', async (_, under, found) => {
    expect(await cases(`under: "${under}"`)).toEqual(found);
  });

  it.each([
    ['of a year', 'year: 2024', ['case-a', 'case-b']],
    ['concluded as not confirmed', 'confirmed: false', ['case-a']],
    ['concluded as confirmed', 'confirmed: true', []],
    ['that the press reported', 'source: PRESS', ['case-b']],
    ['open on a day', 'openOn: "2024-05-31"', ['case-a', 'case-b']],
    ['open on the day of the closing', 'openOn: "2024-06-01"', ['case-b']],
    ['in a state', 'state: CLOSED', ['case-a']],
    ['of all that together', 'under: "commune", year: 2024, source: PRESS', ['case-b']],
  ])('finds the cases %s', async (_, args, found) => {
    expect(await cases(args)).toEqual(found);
  });

  it('shows what was merged into an organisation', async () => {
    const { data } = await api.ask(
      '{ organisation(id: "a") { mergedFrom { edges { node { id } } } } }',
    );
    const page = (data as { organisation: { mergedFrom: Page } }).organisation.mergedFrom;
    expect(page.edges.map(({ node }) => node.id)).toEqual(['b']);
  });
});
