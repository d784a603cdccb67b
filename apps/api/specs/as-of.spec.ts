import { startTestApi } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

const at = (date: string) => ({ effectiveAt: `${date}T08:00:00+07:00` });
const founded = { name: 'Tên', organisationType: 'rural', ...at('2020-01-01') };

interface Listed {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}

const ids = ({ edges }: Listed) => edges.map(({ node }) => node.id);

/*
 * The cell `a` was under the committee `old`, with the member m1 and a case; then it moved under `new`, the member went
 * to `b`, and what had been recorded of the name of `a` was corrected by another.
 */
describe('A question as of a moment', () => {
  let api: TestApi;
  let before: string;
  let after: string;
  /** Of the committee that the cell was under. */
  let secretary: string;

  beforeAll(async () => {
    api = await startTestApi({ now: () => new Date('2025-10-01T08:00:00+07:00') });
    for (const [organisation, kind, parent] of [
      ['top', 'SUPERIOR_COMMITTEE', undefined],
      ['old', 'GRASSROOTS_COMMITTEE', 'top'],
      ['new', 'GRASSROOTS_COMMITTEE', 'top'],
      ['a', 'SUBORDINATE_CELL', 'old'],
      ['b', 'SUBORDINATE_CELL', 'old'],
    ]) {
      await api.record('establishOrganisation', { organisation, kind, parent, ...founded });
    }
    await api.record('admitMember', { member: 'm1', organisation: 'a', ...at('2020-02-01') });
    const opened = { occurredOn: '2024-03-01', ...at('2024-03-02') };
    const { position } = await api.record('openCase', { case: 'c1', organisation: 'a', ...opened });
    before = position;
    await api.record('reparentOrganisation', { organisation: 'a', to: 'new', ...at('2025-01-01') });
    await api.record('transferMember', { member: 'm1', from: 'a', to: 'b', ...at('2025-02-01') });
    await api.record('renameOrganisation', {
      organisation: 'a',
      name: 'Khác',
      ...at('2025-03-01'),
    });
    const signal = { case: 'c1', source: 'SELF', ...at('2025-03-02') };
    after = (await api.record('receiveSignal', signal)).position;
    const former = { id: 'm9', role: 'SECRETARY', organisation: 'old' } as const;
    secretary = await api.tokens.issue(former, '1h');
    await api.settle();
  });

  afterAll(() => api.stop());

  async function ask<T>(query: string, headers = {}): Promise<T> {
    const { data, errors } = await api.ask(query, {}, headers);
    expect(errors).toEqual([]);
    return data as T;
  }

  async function refusal(query: string) {
    const { errors } = await api.ask(query);
    return errors.map(({ extensions }) => extensions.code);
  }

  const then = () => `asOf: { position: "${before}" }`;

  it('is answered with what was known then, beside one of now in the same request', async () => {
    const fields = '{ name projectedThrough parent { id children { edges { node { id } } } } }';
    const { was, is } = await ask<{
      was: { name: string; projectedThrough: string; parent: { id: string; children: Listed } };
      is: { name: string; parent: { id: string; children: Listed } };
    }>(`{ was: organisation(id: "a", ${then()}) ${fields} is: organisation(id: "a") ${fields} }`);
    expect({ ...was, parent: was.parent.id }).toEqual({
      name: 'Tên',
      parent: 'old',
      projectedThrough: before,
    });
    expect(ids(was.parent.children)).toEqual(['a', 'b']);
    expect([is.name, is.parent.id, ids(is.parent.children)]).toEqual(['Khác', 'new', ['a']]);
  });

  it('is about the tree of then', async () => {
    const under = (root: string, asOf: string) =>
      `cases(under: "${root}", ${asOf}) { edges { node { id state } } }
       organisations(under: "${root}", ${asOf}) { edges { node { id } } }`;
    const old = await ask<{ cases: Listed; organisations: Listed }>(`{ ${under('old', then())} }`);
    expect(old.cases.edges).toEqual([{ node: { id: 'c1', state: 'OPENED' } }]);
    expect(ids(old.organisations)).toEqual(['a', 'b']);
    const none = await ask<{ cases: Listed; organisations: Listed }>(`{ ${under('new', then())} }`);
    expect([ids(none.cases), ids(none.organisations)]).toEqual([[], []]);
    const last = `asOf: { position: "${after}" }`;
    const moved = await ask<{ cases: Listed; organisations: Listed }>(`{ ${under('new', last)} }`);
    expect([ids(moved.cases), ids(moved.organisations)]).toEqual([['c1'], ['a']]);
  });

  it('is answered of members, one by one and together', async () => {
    const { member, members } = await ask<{
      member: { organisation: { id: string } };
      members: Listed;
    }>(
      `{ member(id: "m1", ${then()}) { organisation { id } }
         members(organisation: "a", ${then()}) { edges { node { id } } } }`,
    );
    expect([member.organisation.id, ids(members)]).toEqual(['a', ['m1']]);
  });

  it('means by a time of recording the last event recorded by then', async () => {
    const recordedAt = '2025-10-01T08:00:00+07:00';
    const { organisation } = await ask<{ organisation: { name: string } }>(
      `{ organisation(id: "a", asOf: { recordedAt: "${recordedAt}" }) { name } }`,
    );
    expect(organisation.name).toBe('Khác');
    const { nobody } = await ask<{ nobody: null }>(
      '{ nobody: organisation(id: "a", asOf: { recordedAt: "2020-01-01T00:00:00Z" }) { name } }',
    );
    expect(nobody).toBeNull();
  });

  it.each([
    ['neither a position nor a time', '{}', 'VALIDATION_FAILED'],
    ['both', '{ position: "1", recordedAt: "2024-01-01T00:00:00Z" }', 'VALIDATION_FAILED'],
    ['a time to come', '{ recordedAt: "2030-01-01T00:00:00Z" }', 'VALIDATION_FAILED'],
    ['a position that nothing was recorded at yet', '{ position: "999999" }', 'READ_MODEL_BEHIND'],
  ])('is refused with %s', async (_, asOf, code) => {
    expect(await refusal(`{ organisation(id: "a", asOf: ${asOf}) { name } }`)).toEqual([code]);
  });

  it('shows nobody what he or she does not see now', async () => {
    const headers = { authorization: `Bearer ${secretary}` };
    const query = (root: string) =>
      `{ cases(under: "${root}", ${then()}) { edges { node { id } } } }`;
    expect(ids((await ask<{ cases: Listed }>(query('old'), headers)).cases)).toEqual([]);
    const { all } = await ask<{ all: Listed }>(
      `{ all: cases(${then()}) { edges { node { id } } } }`,
      headers,
    );
    expect(ids(all)).toEqual([]);
  });

  it('gives cursors that are good as of that moment alone', async () => {
    const page = (asOf: string, rest = '') =>
      `{ organisations(first: 2, under: "top" ${asOf} ${rest}) { edges { node { id } } pageInfo { endCursor } } }`;
    const { organisations: first } = await ask<{
      organisations: Listed & { pageInfo: { endCursor: string } };
    }>(page(then()));
    const behind = `after: "${first.pageInfo.endCursor}"`;
    const next = await ask<{ organisations: Listed }>(page(then(), behind));
    expect([...ids(first), ...ids(next.organisations)]).toEqual(['new', 'old', 'a', 'b']);
    expect(await refusal(page('', behind))).toEqual(['CURSOR_INVALID']);
  });
});
