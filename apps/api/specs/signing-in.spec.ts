import type { Actor, Role } from '#vocabulary';
import { GrantedActors } from '../identity/provider';
import { ReadModelsOfNow } from '../queries/shared';
import { AUDIENCE, OpenIdProvider } from '../testing/openid-provider';
import { mutationOf, startTestApi, withCommon } from '../testing/test-api';
import type { Answer, Headers, TestApi } from '../testing/test-api';

const QUERY = '{ status { position } }';
interface Node {
  readonly id: string;
  readonly type: string;
}

function nodesIn({ data, errors }: Answer, list: string): readonly Node[] {
  expect(errors).toEqual([]);
  const page = data?.[list] as { readonly edges: readonly { readonly node: Node }[] };
  return page.edges.map(({ node }) => node);
}

const PEOPLE = ['m00001', 'm00002', 'm00003', 'm00004', 'm00005'] as const;

describe('Somebody who signs in with a provider', () => {
  let provider: OpenIdProvider;
  let api: TestApi;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    provider = await OpenIdProvider.start(...PEOPLE);
    api = await startTestApi({
      now: () => new Date(),
      processes: 'when settled',
      openId: { issuer: provider.issuer, audience: AUDIENCE },
    });
    for (const organisation of ['ward', 'office']) {
      await api.record('establishOrganisation', {
        organisation,
        kind: 'GRASSROOTS_COMMITTEE',
        name: 'Đảng bộ',
        organisationType: 'agency',
      });
    }
    for (const person of PEOPLE) tokens.set(person, await provider.tokenOf(person));
  });
  afterAll(async () => {
    await api.stop();
    await provider.stop();
  });

  const bearer = (person: string): Headers => ({
    authorization: `Bearer ${tokens.get(person) ?? ''}`,
  });
  const as = (person: string, actingAs?: string, query = QUERY): Promise<Answer> =>
    api.ask(
      query,
      {},
      {
        ...bearer(person),
        ...(actingAs === undefined ? {} : { 'x-acting-as': actingAs }),
      },
    );
  const codeOf = ({ status, errors }: Answer) => [
    status,
    errors.map(({ extensions }) => extensions.code),
  ];
  const granted = async (grant: string, subject: string, term: object = {}) => {
    await api.record('grantRole', {
      grant,
      subject,
      role: 'AUDITOR',
      organisation: 'ward',
      from: '2024-01-01',
      ...term,
    });
    await api.settle();
  };

  it('is known, and acts in no role before one is granted', async () => {
    expect(codeOf(await as('m00001'))).toEqual([403, ['FORBIDDEN']]);
  });

  it('acts in the role that is granted, from where it is held', async () => {
    await granted('g1', 'm00001', { role: 'SUPERIOR_COMMITTEE' });
    expect(codeOf(await as('m00001'))).toEqual([200, []]);

    const report = { official: 9, probationary: 1, total: 10 };
    const report1 = { input: withCommon({ organisation: 'ward', ...report }) };
    const own = await api.ask(mutationOf('reportMembershipTotals'), report1, bearer('m00001'));
    const report2 = { input: withCommon({ organisation: 'office', ...report }) };
    const other = await api.ask(mutationOf('reportMembershipTotals'), report2, bearer('m00001'));
    await api.settle();
    const { data } = await api.ask(
      '{ history(filter: { actor: "m00001" }) { edges { node { actor { id role organisation } } } } }',
    );

    expect(own.errors).toEqual([]);
    expect(other.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    const actor = { id: 'm00001', role: 'SUPERIOR_COMMITTEE', organisation: 'ward' };
    expect(data?.history).toEqual({ edges: [{ node: { actor } }] });
  });

  it('no longer acts in it once it is ended, before any read model has heard of it', async () => {
    await granted('g2', 'm00002');
    expect(codeOf(await as('m00002'))).toEqual([200, []]);
    await api.record('endRole', { grant: 'g2', on: '2024-06-01', reason: 'Moved away' });

    expect(codeOf(await as('m00002'))).toEqual([403, ['FORBIDDEN']]);
    expect(codeOf(await as('m00002', 'g2'))).toEqual([403, ['FORBIDDEN']]);
  });

  it('acts in it from its first day to before its end, by the clock', async () => {
    await granted('g3', 'm00003', { from: '2031-01-02', to: '2031-01-03' });
    const { log, models } = api.service;
    const at = (now: string) =>
      new GrantedActors(log, new ReadModelsOfNow(models), () => new Date(now)).actorOf(
        'm00003',
        undefined,
      );

    expect(codeOf(await as('m00003'))).toEqual([403, ['FORBIDDEN']]);
    await expect(at('2031-01-01T23:59:59+07:00')).rejects.toThrow('no role that holds now');
    for (const within of ['2031-01-02T00:00:00+07:00', '2031-01-02T23:59:59+07:00']) {
      expect(await at(within)).toEqual({ id: 'm00003', role: 'AUDITOR', organisation: 'ward' });
    }
    await expect(at('2031-01-03T00:00:00+07:00')).rejects.toThrow('no role that holds now');
  });

  it('chooses among several, and only among the own ones', async () => {
    await granted('g4', 'm00004');
    await granted('g5', 'm00004', { organisation: 'office', role: 'INTEGRATOR' });
    const open = await as('m00004');

    expect(codeOf(open)).toEqual([403, ['FORBIDDEN']]);
    expect(open.errors[0]?.extensions.grants).toEqual([
      { grant: 'g4', role: 'AUDITOR', organisation: 'ward' },
      { grant: 'g5', role: 'INTEGRATOR', organisation: 'office' },
    ]);
    const query = '{ cases { edges { node { id } } } }';
    expect(codeOf(await as('m00004', 'g4', query))).toEqual([200, []]);
    expect(codeOf(await as('m00004', 'g5', query))).toEqual([200, ['FORBIDDEN']]);
    for (const foreign of ['g1', 'nothing', 'g2', ' ']) {
      expect(codeOf(await as('m00004', foreign))).toEqual([403, ['FORBIDDEN']]);
    }
  });

  it('sees the own grants; who may give them sees those of the scope', async () => {
    const list = async (who: Actor & { readonly role: Role }, args = '') => {
      const authorization = `Bearer ${await api.tokens.issue(who, '1h')}`;
      const query = `{ grants${args} { edges { node { id subject holds } } } }`;
      const answer = await api.ask(query, {}, { authorization });
      return nodesIn(answer, 'grants').map(({ id }) => id);
    };
    const board = { id: 'm00900', role: 'STANDING_BOARD', organisation: 'ward' } as const;
    const auditor = { id: 'm00001', role: 'AUDITOR', organisation: 'office' } as const;
    const operator = { id: 'm00901', role: 'OPERATOR', organisation: 'installation' } as const;

    expect(await list(operator)).toEqual(['g1', 'g2', 'g3', 'g4', 'g5']);
    expect(await list(operator, '(subject: "m00004", organisation: "office")')).toEqual(['g5']);
    expect(await list(operator, '(under: "office")')).toEqual(['g5']);
    expect(await list(board)).toEqual(['g1', 'g2', 'g3', 'g4']);
    expect(await list(board, '(subject: "m00004")')).toEqual(['g4']);
    expect(await list(auditor)).toEqual(['g1']);
    expect(await list(auditor, '(subject: "m00004")')).toEqual([]);
  });

  it('is not told of the grants of others by the history either', async () => {
    const types = async (role: Role, id = 'm00900') => {
      const authorization = `Bearer ${await api.tokens.issue({ id, role, organisation: 'ward' }, '1h')}`;
      const query = '{ history(filter: { organisation: "ward" }) { edges { node { id type } } } }';
      return nodesIn(await api.ask(query, {}, { authorization }), 'history');
    };
    const shown = await types('STANDING_BOARD');
    const grants = shown.filter(({ type }) => type === 'RoleGranted');

    expect(grants).toHaveLength(4);
    for (const role of [
      'SECRETARY',
      'SUPERIOR_COMMITTEE',
      'INSPECTION_COMMISSION',
      'AUDITOR',
    ] as const) {
      const seen = await types(role);
      expect(seen.length).toBeGreaterThan(0);
      expect(seen.filter(({ id }) => grants.some((grant) => grant.id === id))).toEqual([]);
      const authorization = `Bearer ${await api.tokens.issue({ id: 'm00900', role, organisation: 'ward' }, '1h')}`;
      const query = `{ event(id: "${grants[0]?.id ?? ''}") { id } }`;
      expect((await api.ask(query, {}, { authorization })).data).toEqual({ event: null });
    }
  });

  it('is told that nothing can be decided while the provider is away, and a token of the service goes on', async () => {
    const own = await api.tokens.issue({ id: 'm1', role: 'AUDITOR', organisation: 'ward' }, '1h');
    await provider.rotate();
    tokens.set('m00005', await provider.tokenOf('m00005'));
    await provider.stop();

    expect(codeOf(await as('m00005'))).toEqual([503, ['UNAVAILABLE']]);
    expect(codeOf(await as('m00001'))).toEqual([200, []]);
    expect(codeOf(await api.ask(QUERY, {}, { authorization: `Bearer ${own}` }))).toEqual([200, []]);
  });
});
