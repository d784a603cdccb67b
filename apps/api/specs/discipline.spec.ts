import { startTestApi, withCommon, mutationOf } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

/* What the end of a discipline asks of the cases of a member, over HTTP. */
describe('a discipline', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    const cell = { name: 'Chi bộ 1', organisationType: 'neighbourhood', parent: 'committee' };
    const committee = { name: 'Đảng bộ', organisationType: 'commune' };
    await api.record('establishOrganisation', {
      organisation: 'committee',
      kind: 'GRASSROOTS_COMMITTEE',
      ...committee,
      ...at('2000-01-01'),
    });
    await api.record('establishOrganisation', {
      organisation: 'cell',
      kind: 'SUBORDINATE_CELL',
      ...cell,
      ...at('2000-01-01'),
    });
    await api.record('admitMember', {
      member: 'm00001',
      organisation: 'cell',
      ...at('2010-01-01'),
    });
  });
  afterAll(() => api.stop());

  const at = (date: string) => ({ effectiveAt: `${date}T08:00:00+07:00` });

  async function confirmedCase(id: string, occurredOn: string): Promise<void> {
    await api.record('openCase', {
      case: id,
      organisation: 'cell',
      member: 'm00001',
      occurredOn,
      ...at(occurredOn),
    });
    await api.record('reachConclusion', {
      case: id,
      confirmed: true,
      remediationRequired: false,
      ...at(occurredOn),
    });
  }

  const expireOn = (date: string) =>
    api.ask(mutationOf('expireDiscipline'), { input: withCommon({ case: 'first', ...at(date) }) });

  it('runs anew from a violation of the same member while it runs', async () => {
    await confirmedCase('first', '2023-03-01');
    const decision = { case: 'first', form: 'WARNING', decidedBy: 'committee' };
    await api.record('decideDiscipline', { ...decision, ...at('2023-04-01') });
    await api.record('announceDiscipline', { case: 'first', ...at('2023-04-10') });
    await confirmedCase('second', '2024-01-15');

    const { errors } = await expireOn('2024-04-10');
    expect(errors[0]?.extensions).toMatchObject({ code: 'RULE_VIOLATED', rule: 'R-20' });
    expect((await expireOn('2025-01-15')).errors).toEqual([]);
  });
});
