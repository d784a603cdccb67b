import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getIntrospectionQuery } from 'graphql';
import { SettingsInvalid } from '#composition';
import type { Role } from '#vocabulary';
import { startTestApi } from '../testing/test-api';
import type { Answer, Headers, TestApi } from '../testing/test-api';

const LISTED =
  'query Register { recognitions(first: 1) { edges { node { organisation { id } } } } }';
const SCHEMA = getIntrospectionQuery();
const OTHER = '{ status { position } }';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hashed = (text: string) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash: sha256(text) } },
});
const manifestOf = (...texts: string[]) => ({
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: texts.map((body) => ({ id: sha256(body), body, name: 'Any', type: 'query' })),
});
const codes = ({ status, errors }: Answer) => [status, ...errors.map((e) => e.extensions.code)];

describe('operations', () => {
  const folder = mkdtempSync(join(tmpdir(), 'persisted-'));
  let api: TestApi;
  let listing: TestApi;
  beforeAll(async () => {
    const path = join(folder, 'operations.json');
    writeFileSync(path, JSON.stringify(manifestOf(LISTED, SCHEMA)));
    api = await startTestApi();
    listing = await startTestApi({ persistedOperations: path });
  });
  afterAll(async () => {
    await Promise.all([api.stop(), listing.stop()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const as = async (role: Role, { tokens }: TestApi): Promise<Headers> => ({
    authorization: `Bearer ${await tokens.issue({ id: 'm00001', role, organisation: 'ward' }, '1h')}`,
  });
  const send = (to: TestApi, request: object, headers: Headers = {}) =>
    to.post(JSON.stringify(request), headers);

  describe('that are in the list', () => {
    it('are asked by hash or by text, by programs and by everybody else', async () => {
      for (const role of ['INTEGRATOR', 'AUDITOR'] as const) {
        const headers = await as(role, listing);

        expect(codes(await send(listing, hashed(LISTED), headers))).toEqual([200]);
        expect(codes(await send(listing, { query: LISTED }, headers))).toEqual([200]);
        expect(codes(await send(listing, { query: LISTED, ...hashed(LISTED) }, headers))).toEqual([
          200,
        ]);
      }
    });

    it('are asked by GET as well', async () => {
      const extensions = encodeURIComponent(JSON.stringify(hashed(LISTED).extensions));
      const response = await fetch(`${listing.url}/graphql?extensions=${extensions}`, {
        headers: { 'apollo-require-preflight': 'true', ...(await as('INTEGRATOR', listing)) },
      });

      expect(await response.json()).toMatchObject({ data: { recognitions: { edges: [] } } });
    });
  });

  describe('that are not in the list', () => {
    it('are not for programs, however they are sent', async () => {
      const headers = await as('INTEGRATOR', listing);
      const refused = [403, 'PERSISTED_QUERY_NOT_IN_LIST'];

      expect(codes(await send(listing, { query: OTHER }, headers))).toEqual(refused);
      expect(codes(await send(listing, { query: `${LISTED} ` }, headers))).toEqual(refused);
      expect(codes(await send(listing, { query: OTHER, ...hashed(OTHER) }, headers))).toEqual(
        refused,
      );
      expect(codes(await send(listing, { query: OTHER, ...hashed(LISTED) }, headers))).toEqual(
        refused,
      );
      const get = await fetch(`${listing.url}/graphql?query=${encodeURIComponent(OTHER)}`, {
        headers: { 'apollo-require-preflight': 'true', ...headers },
      });
      expect(get.status).toBe(403);
    });

    it('are not found by hash, so that clients send their text, and are not kept', async () => {
      const headers = await as('AUDITOR', listing);

      for (let time = 0; time < 2; time += 1) {
        expect(codes(await send(listing, hashed(OTHER), headers))).toEqual([
          200,
          'PERSISTED_QUERY_NOT_FOUND',
        ]);
        expect(codes(await send(listing, { query: OTHER, ...hashed(OTHER) }, headers))).toEqual([
          200,
        ]);
      }
    });
  });

  it('are everybody’s own where there is no list', async () => {
    expect(codes(await send(api, { query: OTHER }, await as('INTEGRATOR', api)))).toEqual([200]);
  });

  describe('that ask for the schema', () => {
    const TYPE = '{ ...part } fragment part on Query { __type(name: "Query") { name } }';

    it('are for whoever has a valid token', async () => {
      for (const role of ['INTEGRATOR', 'SECRETARY', 'OPERATOR'] as const) {
        expect(codes(await send(api, { query: SCHEMA }, await as(role, api)))).toEqual([200]);
      }
      expect(codes(await send(api, { query: SCHEMA }))).toEqual([200]);
      expect(codes(await send(api, { query: SCHEMA }, { 'x-forwarded-for': '1.1.1.1' }))).toEqual([
        401,
        'UNAUTHENTICATED',
      ]);
    });

    it('are not for programs that have a list, though it be in it', async () => {
      const headers = await as('INTEGRATOR', listing);

      expect(codes(await send(listing, { query: SCHEMA }, headers))).toEqual([403, 'FORBIDDEN']);
      expect(codes(await send(listing, { query: TYPE }, headers))).toEqual([
        403,
        'PERSISTED_QUERY_NOT_IN_LIST',
      ]);
      expect(codes(await send(listing, { query: TYPE }, await as('AUDITOR', listing)))).toEqual([
        200,
      ]);
    });

    it('are not for a role in an organisation that has ended', async () => {
      await api.record('establishOrganisation', {
        organisation: 'ward',
        kind: 'GRASSROOTS_COMMITTEE',
        name: 'Đảng bộ phường',
        organisationType: 'ward',
      });
      await api.record('dissolveOrganisation', {
        organisation: 'ward',
        effectiveAt: '2024-02-01T08:00:00+07:00',
      });
      await api.settle();

      expect(codes(await send(api, { query: TYPE }, await as('AUDITOR', api)))).toEqual([
        403,
        'FORBIDDEN',
      ]);
    });
  });

  it.each<[string, string | object, RegExp]>([
    ['is no JSON', '{', /cannot be read/],
    ['is a list of something else', [1], /neither a manifest/],
    ['is empty', {}, /no operations/],
    ['names one otherwise than by its text', { [sha256('x')]: OTHER }, /not the SHA-256/],
    ['has a field that there is not', manifestOf('{ secrets }'), /Cannot query field/],
    ['has no document', manifestOf('{'), /Syntax Error/],
  ])('keep the service from starting when their file %s', async (_, content, reason) => {
    const path = join(folder, 'wrong.json');
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    const starting = startTestApi({ persistedOperations: path });

    await expect(starting).rejects.toThrow(SettingsInvalid);
    await expect(starting).rejects.toThrow(reason);
  });
});
