import { mutationOf, startTestApi, withCommon } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

const STATUS = '{status{position}}';

describe('A query string', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    const cell = { organisation: 'khóm-9', kind: 'GRASSROOTS_CELL', organisationType: 'village' };
    await api.record('establishOrganisation', { ...cell, name: 'Chi bộ khóm 9' });
    await api.settle();
  });
  afterAll(() => api.stop());

  const asked = async (search: string) => {
    const response = await fetch(`${api.url}/graphql?${search}`, {
      headers: { 'content-type': 'application/json' },
    });
    return answerOf(response.status, await response.text());
  };

  const asParts = (parts: Readonly<Record<string, string>>) =>
    new URLSearchParams({ query: STATUS, ...parts }).toString();

  it.each([
    ['query', 'query={organisation(id:"kh%F3m"){id}}'],
    ['variables', `query=${STATUS}&variables={"x":"%ff"}`],
    ['operationName', `query=${STATUS}&operationName=%C3`],
    ['extensions', `query=${STATUS}&extensions={"a":"%ED%A0%80"}`],
    ['query', 'query=%'],
    ['query', 'query=%zz'],
    ['query string', `query=${STATUS}&%ff=1`],
  ])('whose %s is not UTF-8 is refused', async (field, search) => {
    expect(await asked(search)).toMatchObject({
      status: 400,
      code: 'VALIDATION_FAILED',
      fields: [field],
    });
  });

  it.each([
    ['half of a surrogate pair', { variables: '{"x":"\\ud800"}' }, 'variables.x'],
    ['half of one in a name', { variables: '{"\\udfff":1}' }, 'variables.\ufffd'],
    ['half of one in its extensions', { extensions: '{"a":[0,"\\ud83d"]}' }, 'extensions.a[1]'],
    ['a name twice', { variables: '{"x":1,"x":2}' }, 'variables.x'],
    ['a number that is rounded', { variables: '{"x":12345678901234567890}' }, 'variables.x'],
    ['__proto__', { extensions: '{"__proto__":{}}' }, 'extensions.__proto__'],
    ['what is no JSON', { variables: '{x}' }, 'variables'],
  ])('with %s is refused', async (_, parts, field) => {
    expect(await asked(asParts(parts))).toEqual({
      status: 400,
      code: 'VALIDATION_FAILED',
      fields: [field],
      data: undefined,
    });
  });

  it('with half of a surrogate pair in a text of the document is refused', async () => {
    for (const escape of ['\\ud800', '\\u{d800}', '\\udc00\\ud800']) {
      const query = `{organisation(id:"${escape}"){id}}`;
      expect(await asked(asParts({ query }))).toMatchObject({
        status: 400,
        code: 'VALIDATION_FAILED',
      });
    }
  });

  it('of many levels is too much', async () => {
    const variables = `{"x":${'['.repeat(2_000)}${']'.repeat(2_000)}}`;
    expect(await asked(asParts({ variables }))).toMatchObject({
      status: 400,
      code: 'LIMIT_EXCEEDED',
    });
  });

  it.each([`query=${STATUS}&query=${STATUS}`, `query=${STATUS}&variables={}&variables={}`])(
    'that says something twice is refused: %s',
    async (search) => {
      expect(await asked(search)).toMatchObject({ status: 400, code: 'VALIDATION_FAILED' });
    },
  );

  it('gives no command', async () => {
    const input = withCommon({ organisation: 'x', kind: 'GRASSROOTS_CELL' });
    const variables = JSON.stringify({ input });
    const query = mutationOf('establishOrganisation');
    expect((await asked(asParts({ query, variables }))).status).toBeGreaterThanOrEqual(400);
    expect(await api.service.log.count()).toBe(1);
  });

  it.each(['NFC', 'NFD'])(
    'in UTF-8 is answered however its letters were composed: %s',
    async (form) => {
      const query = 'query Cell($id:ID!){organisation(id:$id){id}}';
      const variables = JSON.stringify({ id: 'khóm-9' }).normalize(form);
      const answer = await asked(asParts({ query, variables, operationName: 'Cell' }));

      expect(answer).toMatchObject({ status: 200, data: { organisation: { id: 'khóm-9' } } });
    },
  );

  it.each(['%E2%9C%93=1&', '&', ''])('may hold more than the question: “%s”', async (more) => {
    expect(await asked(`${more}query=%7Bstatus+%7Bposition%7D%7D`)).toMatchObject({ status: 200 });
  });
});

function answerOf(status: number, body: string) {
  const { data, errors = [] } = JSON.parse(body) as {
    data?: unknown;
    errors?: { extensions: { code: string; fields?: { field: string }[] } }[];
  };
  const { code, fields = [] } = errors[0]?.extensions ?? { code: undefined };
  return { status, code, fields: fields.map(({ field }) => field), data };
}
