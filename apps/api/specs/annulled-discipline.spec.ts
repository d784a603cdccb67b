import { pledgedCell, YEAR } from '../testing/recognised-cell';
import { startTestApi } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

const CASE = { case: 'case-1' };
const MEMBER = { member: 'm00001' };
const at = (date: string) => ({ effectiveAt: `${date}T08:00:00+07:00` });

describe('A rating that rests on a discipline', () => {
  let api: TestApi;

  beforeEach(async () => {
    api = await startTestApi({ now: () => new Date('2025-03-02T08:00:00+07:00') });
    await pledgedCell(api);
    const cell = { organisation: 'cell' };
    await api.record('admitMember', { ...MEMBER, ...cell, ...at('2021-01-01') });
    await api.record('openCase', {
      ...CASE,
      ...cell,
      ...MEMBER,
      occurredOn: '2024-05-01',
      ...at('2024-05-10'),
    });
    const conclusion = { confirmed: true, remediationRequired: false };
    await api.record('reachConclusion', { ...CASE, ...conclusion, ...at('2024-06-01') });
    const discipline = { form: 'WARNING', decidedBy: 'district' };
    await api.record('decideDiscipline', { ...CASE, ...discipline, ...at('2024-12-15') });
    await api.record('announceDiscipline', { ...CASE, ...at('2024-12-20') });
    const rating = { level: 'FAILED', decidedBy: 'cell' };
    await api.record('decideMemberRating', { ...YEAR, ...MEMBER, ...rating, ...at('2024-12-28') });
    await api.record('fileComplaint', { ...CASE, ...at('2025-01-10') });
    await api.settle();
  });

  afterEach(() => api.stop());

  async function steps(): Promise<readonly string[]> {
    const { data } = await api.ask(`{ history(filter: { stream: "review-cell-2024" }) {
      edges { node { type } } } }`);
    const { history } = data as { history: { edges: { node: { type: string } }[] } };
    return history.edges.map(({ node }) => node.type);
  }

  async function resolve(outcome: 'UPHELD' | 'ANNULLED'): Promise<void> {
    await api.record('establishOrganisation', {
      organisation: 'province',
      kind: 'SUPERIOR_COMMITTEE',
      level: 'PROVINCE',
      name: 'Tên',
      organisationType: 'party',
      ...at('2020-01-01'),
    });
    await api.record('reparentOrganisation', {
      organisation: 'district',
      to: 'province',
      ...at('2020-01-02'),
    });
    await api.record('resolveComplaint', {
      ...CASE,
      outcome,
      ...(outcome === 'ANNULLED' && { violationStands: true }),
      decidedBy: 'province',
      onBehalfOf: { id: 'p-1', role: 'SUPERIOR_COMMITTEE', organisation: 'province' },
      ...at('2025-02-01'),
    });
    await api.settle();
  }

  it('is reopened, once, when the discipline is annulled (R-28)', async () => {
    await resolve('ANNULLED');
    await api.settle();

    expect(await steps()).toEqual(['MemberRatingDecided', 'RatingReopened']);
  });

  it('stands when the discipline is upheld', async () => {
    await resolve('UPHELD');

    expect(await steps()).toEqual(['MemberRatingDecided']);
  });
});
