import { readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { getNamedType, isObjectType, isUnionType } from 'graphql';
import type { GraphQLOutputType } from 'graphql';
import {
  hashesIn,
  isIncluded,
  leafHash,
  readCheckpoint,
  readTlogProof,
  readVerifierKey,
  rootOf,
  LeafHashes,
  signaturesOf,
} from '#ledger';
import type { Role } from '#vocabulary';
import { CHECKPOINT } from '../testing/ledger';
import { Subscriber } from '../testing/subscriber';
import { startTestApi } from '../testing/test-api';
import type { Headers, TestApi } from '../testing/test-api';

const NAME = 'Nguyễn Thử Nghiệm';
const TEXTS = ['Nội dung tố cáo', 'Kết luận của đoàn'] as const;
const RECORDS = `query ($filter: AccessRecordFilter, $first: Int, $after: Cursor, $last: Int) {
  accessRecords(filter: $filter, first: $first, after: $after, last: $last) {
    edges { node { id index recordedAt actor { id role organisation } kind members cases count organisations reason eventsFrom eventsTo } }
    pageInfo { hasNextPage endCursor } } }`;
const IDENTITY = '{ member(id: "m1") { identity { fullName } } }';
const CASES = '{ cases(first: 5) { edges { node { id summary conclusionText } } } }';

interface Told {
  readonly id: string;
  readonly index: string;
  readonly kind: string;
  readonly recordedAt: string;
  readonly members: readonly string[];
  readonly cases: readonly string[];
  readonly actor: { readonly id: string };
  readonly organisations: readonly string[];
}

interface Page {
  readonly edges: readonly { readonly node: Told }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

/** Two cells under one committee, with members whose names are recorded, and a case of the first. */
async function office(api: TestApi): Promise<void> {
  const committee = { organisation: 'k1', kind: 'GRASSROOTS_COMMITTEE', name: 'k1' };
  await api.record('establishOrganisation', { ...committee, organisationType: 'ward' });
  for (const [cell, member] of [
    ['c1', 'm1'],
    ['c2', 'm2'],
  ]) {
    await api.record('establishOrganisation', {
      organisation: cell,
      kind: 'SUBORDINATE_CELL',
      name: cell,
      parent: 'k1',
      organisationType: 'ward',
    });
    await api.record('admitMember', { member, organisation: cell });
    await api.record('recordMemberIdentity', { member, fullName: `${NAME} ${cell}` });
  }
  const [summary, text] = TEXTS;
  await api.record('openCase', {
    case: 'v1',
    organisation: 'c1',
    occurredOn: '2024-01-01',
    summary,
  });
  const reached = { case: 'v1', confirmed: true, remediationRequired: false, text };
  await api.record('reachConclusion', reached);
  await api.settle();
}

describe('Who looked', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    await office(api);
    await api.ask(CHECKPOINT);
  });
  afterAll(() => api.stop());

  const as = async (role: Role, organisation: string, id = 'p1'): Promise<Headers> => ({
    authorization: `Bearer ${await api.tokens.issue({ id, role, organisation }, '1h')}`,
  });
  const recorded = async (variables: object = {}, headers: Headers = {}) => {
    const { data, errors } = await api.ask(RECORDS, { first: 200, ...variables }, headers);
    expect(errors).toEqual([]);
    const page = data?.accessRecords as Page | undefined;
    return { nodes: (page?.edges ?? []).map(({ node }) => node), pageInfo: page?.pageInfo };
  };
  const count = async () => (await recorded()).nodes.length;
  /** What was recorded of one request. */
  const recordedOf = async (work: () => Promise<unknown>): Promise<readonly Told[]> => {
    const before = await count();
    await work();
    return (await recorded()).nodes.slice(before);
  };
  const get = (path: string, headers: Headers = {}) => fetch(`${api.url}${path}`, { headers });

  it('at what a member is called is recorded: who, in which role, at whom, when and why', async () => {
    const reader = await as('SECRETARY', 'c1');
    const why = 'Kiểm tra hồ sơ';
    const [record, ...others] = await recordedOf(async () => {
      const { data } = await api.ask(
        IDENTITY,
        {},
        { ...reader, 'x-access-reason': encodeURI(why) },
      );
      expect(data?.member).toEqual({ identity: { fullName: `${NAME} c1` } });
    });
    expect(others).toEqual([]);
    expect(record).toMatchObject({
      actor: { id: 'p1', role: 'SECRETARY', organisation: 'c1' },
      kind: 'IDENTITY',
      members: ['m1'],
      cases: [],
      count: 1,
      organisations: ['c1'],
      reason: why,
    });
  });

  it('is one record for a request and a kind, however many fields and levels lead there', async () => {
    const query = `{ one: member(id: "m1") { identity { fullName } } two: member(id: "m2") { identity { fullName } }
      searchMembers(name: "nghiem") { edges { node { identity { fullName } } } }
      cases(first: 5) { edges { node { summary conclusionText } } } }`;
    for (const _ of ['interpreted', 'compiled']) {
      const records = await recordedOf(() => api.ask(query));
      expect(records.map(({ kind, members }) => [kind, members])).toEqual(
        expect.arrayContaining([
          ['IDENTITY', ['m1', 'm2']],
          ['SEARCH', ['m1', 'm2']],
          ['CASE', []],
          ['CASE_TEXT', []],
        ]),
      );
      expect(records).toHaveLength(4);
    }
  });

  it('for a name is recorded without its words, also when nobody is found', async () => {
    const records = await recordedOf(() =>
      api.ask('{ searchMembers(name: "Khongai") { edges { node { id } } } }'),
    );
    expect(records).toMatchObject([{ kind: 'SEARCH', members: [], count: 0 }]);
  });

  it('as of a moment, and over a WebSocket, is recorded the same way', async () => {
    const position = String(await api.service.log.head());
    const asOf = `{ cases(first: 5, asOf: {position: "${position}"}) { edges { node { summary } } } }`;
    const past = await recordedOf(() => api.ask(asOf));
    expect(past.map(({ kind }) => kind).sort()).toEqual(['CASE', 'CASE_TEXT']);
    const live = await recordedOf(async () => {
      const subscriber = new Subscriber(api.url, { 'X-Access-Reason': 'Đối chiếu 100%25' });
      expect((await subscriber.ask(IDENTITY)).errors).toBeUndefined();
      await subscriber.close();
    });
    expect(live).toMatchObject([{ kind: 'IDENTITY', members: ['m1'], reason: 'Đối chiếu 100%' }]);
  });

  it('at an export is recorded with what was exported, and at nothing is not', async () => {
    const auditor = await as('AUDITOR', 'k1');
    const size = Number((await api.service.log.head()) ?? 0n);
    const records = await recordedOf(async () => {
      await (await get('/ledger/events?from=0&to=0', auditor)).text();
      await (await get('/ledger/events?from=2&to=60000', auditor)).text();
      await (await get('/ledger/events?from=0&to=3&under=c1')).text();
    });
    expect(records).toMatchObject([
      {
        kind: 'EXPORT',
        eventsFrom: '2',
        eventsTo: String(size),
        count: size - 2,
        organisations: ['k1'],
      },
      { kind: 'EXPORT', eventsFrom: '0', eventsTo: '3', organisations: ['c1'] },
    ]);
  });

  it('is not recorded of what names nobody, nor of these records themselves', async () => {
    const records = await recordedOf(async () => {
      await api.ask('{ member(id: "m1") { id status } }');
      await api.ask('{ history(filter: {}, first: 5) { edges { node { data } } } }');
      await api.ask(RECORDS, { first: 5 });
    });
    expect(records).toEqual([]);
  });

  it('is recorded on every way through the schema that leads to a name or a case', async () => {
    const asked: Readonly<Record<string, string>> = {
      member: 'member(id: "m1") { identity { fullName } }',
      members: 'members(organisation: "c1", first: 5) { edges { node { identity { fullName } } } }',
      searchMembers: 'searchMembers(name: "nghiem") { edges { node { identity { fullName } } } }',
      cases: 'cases(first: 5) { edges { node { state } } }',
    };
    const query = api.schema.getQueryType()?.getFields() ?? {};
    const leading = Object.values(query).filter((field) => leadsToPersons(field.type, new Set()));
    // Whatever is found here anew has to be asked here, too.
    expect(leading.map(({ name }) => name).sort()).toEqual(Object.keys(asked).sort());
    for (const { name } of leading) {
      const records = await recordedOf(() => api.ask(`{ ${asked[name]} }`));
      expect(records.flatMap(({ members, cases }) => [...members, ...cases])).not.toEqual([]);
    }
    const live = Object.values(api.schema.getSubscriptionType()?.getFields() ?? {});
    expect(live.filter((field) => leadsToPersons(field.type, new Set()))).toEqual([]);
  });

  it('takes a reason of one line, and refuses others', async () => {
    const refusals = ['a%0Ab', '%E0%A4%A', 'x'.repeat(501)];
    for (const reason of refusals) {
      const { status, errors } = await api.ask(IDENTITY, {}, { 'x-access-reason': reason });
      expect(status).toBe(400);
      expect(errors[0]?.extensions).toMatchObject({
        code: 'VALIDATION_FAILED',
        fields: [{ field: 'x-access-reason' }],
      });
    }
    const subscriber = new Subscriber(api.url, { 'x-access-reason': 'a\nb' });
    await expect(subscriber.ask(IDENTITY)).rejects.toBeDefined();
    expect(await subscriber.closed).toMatchObject({ code: 4400 });
  });

  it('is told by who, subject, kind and time, page by page', async () => {
    const { nodes } = await recorded();
    const of = async (filter: object) => (await recorded({ filter })).nodes;
    expect(await of({ who: 'p1' })).toEqual(nodes.filter(({ actor }) => actor.id === 'p1'));
    expect(await of({ subject: 'm2' })).toEqual(
      nodes.filter(({ members }) => members.includes('m2')),
    );
    expect(await of({ kind: 'SEARCH', subject: 'm1' })).toEqual(
      nodes.filter(({ kind, members }) => kind === 'SEARCH' && members.includes('m1')),
    );
    const at = nodes[3]?.recordedAt ?? '';
    expect(await of({ from: at })).toEqual(nodes.filter(({ recordedAt }) => recordedAt >= at));
    expect(await of({ to: at })).toEqual(nodes.filter(({ recordedAt }) => recordedAt <= at));
    const paged: Told[] = [];
    for (let after: string | undefined, more = true; more;) {
      const page = await recorded({ first: 2, ...(after === undefined ? {} : { after }) });
      paged.push(...page.nodes);
      [after, more] = [page.pageInfo?.endCursor, page.pageInfo?.hasNextPage === true];
    }
    expect(paged).toEqual(nodes);
    const { data } = await api.ask(RECORDS, { last: 2 });
    expect(data?.accessRecords).toMatchObject({
      edges: nodes.slice(-2).map(({ id }) => ({ node: { id } })),
    });
  });

  it('is told to auditors and inspectors within their scope, to operators, and to nobody else', async () => {
    await api.ask('{ member(id: "m2") { identity { fullName } } }');
    const { nodes } = await recorded({}, await as('INSPECTION_COMMISSION', 'c2'));
    expect(nodes.length).toBeGreaterThan(0);
    const isAbout = ({ organisations }: Told) =>
      organisations.length === 0 || organisations.includes('c2');
    expect(nodes).toEqual((await recorded()).nodes.filter(isAbout));
    expect(await recorded({}, await as('AUDITOR', 'k1'))).toEqual(await recorded());
    for (const role of ['SECRETARY', 'STANDING_BOARD', 'INTEGRATOR'] as const) {
      const { errors } = await api.ask(RECORDS, {}, await as(role, 'k1'));
      expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await get('/ledger/access/checkpoint', await as(role, 'k1'))).status).toBe(403);
    }
  });

  it('is a tree of its own, which others verify', async () => {
    const auditor = await as('AUDITOR', 'k1');
    const text = async (path: string) => (await get(`/ledger/access${path}`, auditor)).text();
    const signed = readCheckpoint(await text('/checkpoint'));
    const [key = ''] = (await text('/key')).split(' ');
    expect(signed.origin).toMatch(/^four-good\.local\/.*\/access$/);
    expect(signaturesOf(signed.note, readVerifierKey(key))).toHaveLength(1);
    const tile = await get(`/ledger/access/tile/0/000.p/${signed.size}`, auditor);
    const leaves = Buffer.from(await tile.arrayBuffer());
    expect(await rootOf(new LeafHashes(leaves), signed.size)).toEqual(signed.root);
    const lines = (await text(`/records?from=0&to=${signed.size}`)).trimEnd().split('\n');
    const entries = lines.map((line) => JSON.parse(line) as { index: number; entry: string });
    const hashes = [...hashesIn(leaves)];
    for (const { index, entry } of entries) expect(leafHash(entry)).toEqual(hashes[index]);
    const [{ id }] = (await recorded()).nodes as [Told];
    const proof = readTlogProof(await text(`/proof/${id}.tlog-proof`));
    const tree = readCheckpoint(proof.checkpoint);
    expect(isIncluded(leafHash(proof.extra ?? ''), proof.index, tree, proof.hashes)).toBe(true);
    expect((await get('/ledger/access/tile/entries/000.p/1', auditor)).status).toBe(404);
    expect((await get('/ledger/key')).headers.get('content-type')).toContain('text/plain');
  });

  it('is in files of the owner alone, which hold no name and no text', () => {
    const folder = join(api.dataDir, 'access-records');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true });
    for (const file of files.filter((one) => one.isFile())) {
      const path = join(file.parentPath, file.name);
      expect(statSync(path).mode & 0o077).toBe(0);
      const content = readFileSync(path);
      for (const text of [NAME, 'nghiem', 'Khongai', ...TEXTS]) {
        expect(content.includes(text)).toBe(false);
      }
    }
  });

  it('is recorded before the answer: what cannot be recorded is not told', async () => {
    const file = join(api.dataDir, 'access-records', 'records.db');
    renameSync(file, `${file}.away`);
    try {
      for (const query of [IDENTITY, CASES]) {
        const { data, errors, status } = await api.ask(query);
        expect(status).toBe(503);
        expect(data).toBeUndefined();
        expect(errors).toMatchObject([{ extensions: { code: 'ACCESS_NOT_RECORDED' } }]);
      }
      const refused = await get('/ledger/events?from=0&to=2');
      expect(refused.status).toBe(503);
      expect(await refused.json()).toMatchObject({
        errors: [{ extensions: { code: 'ACCESS_NOT_RECORDED' } }],
      });
      const subscriber = new Subscriber(api.url);
      await expect(subscriber.ask(IDENTITY)).resolves.toMatchObject({
        errors: [{ extensions: { code: 'ACCESS_NOT_RECORDED' } }],
      });
      await subscriber.close();
      expect((await api.ask('{ member(id: "m1") { id } }')).errors).toEqual([]);
    } finally {
      renameSync(`${file}.away`, file);
    }
    expect((await api.ask(IDENTITY)).errors).toEqual([]);
  });
});

/** Whether an answer of this type can hold what a member is called, or a case. */
function leadsToPersons(type: GraphQLOutputType, passed: Set<string>): boolean {
  const named = getNamedType(type);
  if (['MemberIdentity', 'Case'].includes(named.name)) return true;
  if (passed.has(named.name)) return false;
  passed.add(named.name);
  if (isUnionType(named)) return named.getTypes().some((one) => leadsToPersons(one, passed));
  if (!isObjectType(named)) return false;
  return Object.values(named.getFields()).some((field) => leadsToPersons(field.type, passed));
}
