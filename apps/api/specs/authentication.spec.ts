import { request } from 'node:http';
import { exportPKCS8, generateKeyPair, SignJWT } from 'jose';
import { startTestApi, withCommon, mutationOf } from '../testing/test-api';
import type { Headers, TestApi } from '../testing/test-api';

const QUERY = '{ status { position } }';
const SECRETARY = { id: 'm00001', role: 'SECRETARY', organisation: 'cell-1' } as const;

describe('who is asking', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const codeOf = async (headers: Headers) => {
    const { status, errors } = await api.ask(QUERY, {}, headers);
    return [status, errors.map(({ extensions }) => extensions.code)];
  };

  it('is the local operator when the request comes from this machine without a token', async () => {
    expect(await codeOf({})).toEqual([200, []]);
  });

  it('is whom a token of this service names', async () => {
    expect(await codeOf(bearer(await api.tokens.issue(SECRETARY, '1h')))).toEqual([200, []]);
  });

  it('is recorded with what the actor did', async () => {
    const secretary = { ...SECRETARY, organisation: 'actor-cell' };
    const token = await api.tokens.issue(secretary, '1h');
    const { position } = await api.record('establishOrganisation', {
      organisation: 'actor-cell',
      kind: 'GRASSROOTS_CELL',
      name: 'Chi bộ 1',
      organisationType: 'agency',
    });
    const input = withCommon({
      organisation: 'actor-cell',
      official: 9,
      probationary: 1,
      total: 10,
      effectiveAt: '2024-02-01T08:00:00+07:00',
    });
    await api.ask(mutationOf('reportMembershipTotals'), { input }, bearer(token));
    await api.settle();
    const { data } = await api.ask(
      `query ($atLeast: Position) { history(filter: { organisation: "actor-cell" }, atLeast: $atLeast) {
         edges { node { actor { id role organisation } } } } }`,
      { atLeast: position },
    );

    expect(data?.history).toEqual({
      edges: [
        { node: { actor: { id: 'local-operator', role: 'OPERATOR', organisation: 'local' } } },
        { node: { actor: secretary } },
      ],
    });
  });

  it.each([
    ['of no form', 'nonsense'],
    ['with a damaged signature', 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJtMDAwMDEifQ.AAAA'],
    ['without a signature', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJtMDAwMDEifQ.'],
  ])('is nobody with a token %s, also on this machine', async (_, token) => {
    expect(await codeOf(bearer(token))).toEqual([401, ['UNAUTHENTICATED']]);
  });

  it('is nobody with a token that has expired', async () => {
    expect(await codeOf(bearer(await api.tokens.issue(SECRETARY, '-1s')))).toEqual([
      401,
      ['UNAUTHENTICATED'],
    ]);
  });

  it('is nobody with a token of another service', async () => {
    const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
    expect(await exportPKCS8(privateKey)).toContain('PRIVATE KEY');
    const foreign = await new SignJWT({ role: 'OPERATOR', organisation: 'cell-1' })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setIssuer('four-good')
      .setAudience('four-good')
      .setSubject('m00001')
      .setExpirationTime('1h')
      .sign(privateKey);

    expect(await codeOf(bearer(foreign))).toEqual([401, ['UNAUTHENTICATED']]);
  });

  it('is nobody with another kind of authorisation', async () => {
    expect(await codeOf({ authorization: 'Basic bTAwMDAxOmE=' })).toEqual([
      401,
      ['UNAUTHENTICATED'],
    ]);
  });

  it('is nobody without a token behind a proxy', async () => {
    expect(await codeOf({ 'x-forwarded-for': '192.0.2.7' })).toEqual([401, ['UNAUTHENTICATED']]);
  });

  it('is nobody when the request was meant for a name made to point here', async () => {
    // `fetch` does not let one choose the host.
    const answer = await new Promise<string>((resolve, reject) => {
      const sent = request(
        `${api.url}/graphql`,
        { method: 'POST', headers: { host: 'evil.example', 'content-type': 'application/json' } },
        (response) => {
          response.setEncoding('utf8');
          response.once('data', resolve);
        },
      );
      sent.once('error', reject);
      sent.end(JSON.stringify({ query: QUERY }));
    });

    expect(answer).toContain('UNAUTHENTICATED');
  });

  it.each(['AUDITOR', 'INTEGRATOR'] as const)(
    'may read and give no command as %s',
    async (role) => {
      const headers = bearer(await api.tokens.issue({ ...SECRETARY, role }, '1h'));
      const input = withCommon({ organisation: 'cell-1' });
      const command = await api.ask(mutationOf('dissolveOrganisation'), { input }, headers);

      expect(await codeOf(headers)).toEqual([200, []]);
      expect(command.errors[0]?.extensions).toEqual({ code: 'FORBIDDEN' });
    },
  );

  it('may not decide for the superior as the secretary of a cell, nor say that somebody else does', async () => {
    const headers = bearer(await api.tokens.issue(SECRETARY, '1h'));
    const decision = { organisation: 'cell-1', year: 2024, number: '1-QĐ/ĐU', decidedBy: 'cell-1' };
    const grant = await api.ask(
      mutationOf('grantRecognition'),
      { input: withCommon(decision) },
      headers,
    );
    const onBehalfOf = { id: 'm00002', role: 'OPERATOR', organisation: 'committee' };
    const rename = await api.ask(
      mutationOf('renameOrganisation'),
      { input: withCommon({ organisation: 'actor-cell', name: 'Chi bộ 3', onBehalfOf }) },
      headers,
    );

    expect(grant.errors[0]?.extensions).toEqual({ code: 'FORBIDDEN' });
    expect(rename.errors[0]?.extensions).toEqual({ code: 'FORBIDDEN' });
  });

  it('is nobody with a role that does not exist', async () => {
    const odd = { ...SECRETARY, role: 'ADMIN' } as unknown as typeof SECRETARY;

    expect(await codeOf(bearer(await api.tokens.issue(odd, '1h')))).toEqual([
      401,
      ['UNAUTHENTICATED'],
    ]);
  });
});
