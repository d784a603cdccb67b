import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '#vocabulary';
import { startTestApi } from '../../testing/test-api';
import type { Headers, TestApi } from '../../testing/test-api';

const NAME = 'Thử Nghiệm Đường';
const OTHER = 'Số Hai Đường';
const IDENTITY = `{ member(id: "m00001") { id identity { state fullName dateOfBirth cardNumber } } }`;

describe('What members are called', () => {
  let api: TestApi;
  let as: (role: Role, organisation: string) => Promise<Headers>;

  beforeEach(async () => {
    api = await startTestApi();
    as = async (role, organisation) => ({
      authorization: `Bearer ${await api.tokens.issue({ id: 'm00099', role, organisation }, '1h')}`,
    });
    const establish = (organisation: string, kind: string, parent?: string) =>
      api.record('establishOrganisation', {
        organisation,
        kind,
        name: organisation,
        organisationType: 'ward',
        ...(parent === undefined ? {} : { parent }),
      });
    await establish('superior', 'SUPERIOR_COMMITTEE');
    await establish('c1', 'GRASSROOTS_COMMITTEE', 'superior');
    await establish('k1', 'SUBORDINATE_CELL', 'c1');
    await establish('k2', 'SUBORDINATE_CELL', 'c1');
    await api.record('admitMember', { member: 'm00001', organisation: 'k1' });
    await api.record('admitMember', { member: 'm00002', organisation: 'k2' });
  });

  afterEach(() => api.stop());

  const named = (member: string, fullName: string, more: object = {}) =>
    api.record('recordMemberIdentity', { member, fullName, ...more });
  const identity = async (headers?: Headers) => {
    await api.settle();
    return api.ask(IDENTITY, {}, headers);
  };
  const search = async (name: string, headers?: Headers, more = '') => {
    await api.settle();
    const { data, errors } = await api.ask(
      `query ($name: String!) { searchMembers(name: $name${more}) { edges { cursor node { id } } pageInfo { hasNextPage } } }`,
      { name },
      headers,
    );
    const page = data?.searchMembers as
      | { edges: { cursor: string; node: { id: string } }[]; pageInfo: { hasNextPage: boolean } }
      | undefined;
    return { errors, page, ids: page?.edges.map(({ node }) => node.id) };
  };
  const erase = (more: object = {}) =>
    api.record('eraseMemberIdentity', { member: 'm00001', reason: 'Asked for.', ...more });

  /** In every file, in both forms in which the name may be written. */
  function isAnywhere(text: string): boolean {
    const forms = [text.normalize('NFC'), text.normalize('NFD')].map((form) => Buffer.from(form));
    const files = readdirSync(api.dataDir, { recursive: true, withFileTypes: true });
    return files
      .filter((file) => file.isFile())
      .map((file) => readFileSync(join(file.parentPath, file.name)))
      .some((content) => forms.some((form) => content.includes(form)));
  }

  it('are told to who may see them, the newest of all, and nobody else', async () => {
    expect((await identity()).data).toEqual({ member: { id: 'm00001', identity: null } });
    await named('m00001', OTHER);
    await named('m00001', NAME, { dateOfBirth: '1980-02-03', cardNumber: '12 345' });
    const whole = {
      state: 'RECORDED',
      fullName: NAME,
      dateOfBirth: '1980-02-03',
      cardNumber: '12 345',
    };
    for (const headers of [
      undefined,
      await as('SECRETARY', 'k1'),
      await as('INSPECTION_COMMISSION', 'superior'),
    ]) {
      expect((await identity(headers)).data).toEqual({ member: { id: 'm00001', identity: whole } });
    }
    expect((await identity(await as('SECRETARY', 'k2'))).data).toEqual({ member: null });
    const auditor = await identity(await as('AUDITOR', 'superior'));
    expect(auditor.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    expect(auditor.data).toEqual({ member: { id: 'm00001', identity: null } });
    const integrator = await identity(await as('INTEGRATOR', 'superior'));
    expect(integrator.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('find a member within the scope, page by page, by the name that counts', async () => {
    await named('m00001', NAME);
    await named('m00002', OTHER);
    expect((await search('DUONG')).ids).toEqual(['m00001', 'm00002']);
    const first = await search('duong', undefined, ', first: 1');
    expect(first.page).toMatchObject({
      edges: [{ node: { id: 'm00001' } }],
      pageInfo: { hasNextPage: true },
    });
    const after = `, first: 1, after: "${first.page?.edges[0]?.cursor ?? ''}"`;
    expect(await search('duong', undefined, after)).toMatchObject({
      ids: ['m00002'],
      page: { pageInfo: { hasNextPage: false } },
    });
    expect((await search('đường', await as('SECRETARY', 'k2'), ', first: 1')).ids).toEqual([
      'm00002',
    ]);
    expect((await search('duong', undefined, ', under: "k1"')).ids).toEqual(['m00001']);
    expect((await search('thu duong')).ids).toEqual(['m00001']);
    await named('m00001', 'Tên Khác');
    expect((await search('thu')).ids).toEqual([]);
    const { errors } = await search('duong', await as('AUDITOR', 'superior'));
    expect(errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('are recorded once under one command id, however often it is sent', async () => {
    const commandId = '00000000-0000-4000-8000-000000000001';
    const first = await named('m00001', NAME, { commandId });
    expect(await named('m00001', NAME, { commandId })).toEqual({ ...first, duplicate: true });
    await expect(named('m00001', OTHER, { commandId })).rejects.toThrow('isUnused');
    await erase();
    expect(await named('m00001', NAME, { commandId })).toEqual({ ...first, duplicate: true });
    expect((await identity()).data).toMatchObject({ member: { identity: { state: 'ERASED' } } });
  });

  it('are in no file and no refusal, and the newest is gone for good once it is erased', async () => {
    await named('m00001', NAME, { dateOfBirth: '1980-02-03', cardNumber: 'CARD-12345' });
    expect((await search('thu')).ids).toEqual(['m00001']);
    const { data: before } = await api.ask(
      '{ event: history(filter: {member: "m00001"}, first: 9) { edges { node { data summary } } } }',
    );
    expect(JSON.stringify(before)).not.toContain('Nghiệm');
    await erase();
    expect((await identity()).data).toEqual({
      member: {
        id: 'm00001',
        identity: { state: 'ERASED', fullName: null, dateOfBirth: null, cardNumber: null },
      },
    });
    expect((await search('thu')).ids).toEqual([]);
    for (const text of [NAME, 'CARD-12345', '1980-02-03']) expect(isAnywhere(text)).toBe(false);

    await named('m00001', OTHER);
    expect((await identity()).data).toMatchObject({ member: { identity: { fullName: OTHER } } });
  });

  it('are erased by a standing board or an operator, who says why', async () => {
    await named('m00001', NAME);
    const input = {
      commandId: '00000000-0000-4000-8000-000000000002',
      member: 'm00001',
      effectiveAt: '2024-01-02T08:00:00+07:00',
    };
    const ask = async (headers: Headers | undefined, more: object = {}) => {
      const { errors } = await api.ask(
        'mutation ($input: EraseMemberIdentityInput!) { eraseMemberIdentity(input: $input) { position } }',
        { input: { ...input, ...more } },
        headers,
      );
      return errors[0]?.extensions.rule ?? errors[0]?.extensions.code;
    };
    expect(await ask(await as('SUPERIOR_COMMITTEE', 'superior'), { reason: 'why' })).toBe(
      'FORBIDDEN',
    );
    expect(await ask(undefined)).toBe('REASON_MISSING');
    expect((await identity()).data).toMatchObject({ member: { identity: { fullName: NAME } } });
    expect(await ask(await as('STANDING_BOARD', 'superior'), { reason: 'why' })).toBeUndefined();
  });
});
