import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { mutationOf, startTestApi, withCommon } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

const STATUS = '{"query":"{ status { position } }"}';

describe('a body', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const sent = async (body: string | Buffer, headers: Record<string, string> = {}) => {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    const { errors = [] } = (await response.json()) as {
      errors?: { extensions: { code: string; fields?: { field: string }[] } }[];
    };
    const { code, fields = [] } = errors[0]?.extensions ?? { code: undefined };
    return { status: response.status, code, fields: fields.map(({ field }) => field) };
  };

  const establishing = (name: string) => {
    const input = { organisation: 'cell', kind: 'GRASSROOTS_CELL', organisationType: 'village' };
    return JSON.stringify({
      query: mutationOf('establishOrganisation'),
      variables: { input: withCommon({ ...input, name }) },
    });
  };

  it('that is not UTF-8 is refused', async () => {
    // "Chi bộ khóm 7" in Windows-1258, as an office's old program sends it.
    const [before = '', after = ''] = establishing('NAME').split('NAME');
    const name = Buffer.from('Chi b\u00f4\u00f2 kh\u00f3m 7', 'latin1');
    const bytes = Buffer.concat([Buffer.from(before), name, Buffer.from(after)]);

    expect(await sent(bytes)).toEqual({
      status: 400,
      code: 'VALIDATION_FAILED',
      fields: ['body'],
    });
    const charset = { 'content-type': 'application/json; charset=windows-1258' };
    expect(await sent(bytes, charset)).toMatchObject({ status: 415, code: 'VALIDATION_FAILED' });
  });

  it('that says that it is UTF-8 is taken', async () => {
    for (const charset of ['utf-8', 'UTF-8', '"utf8"']) {
      const headers = { 'content-type': `application/json; charset=${charset}` };
      expect(await sent(`\ufeff${STATUS}`, headers)).toMatchObject({ status: 200 });
    }
  });

  it.each([
    ['a variable', establishing('x\ud800'), 'variables.input.name'],
    [
      'a name in the variables',
      '{"query":"{status{position}}","variables":{"\\udfff":1}}',
      'variables.\ufffd',
    ],
    [
      'the operation name',
      '{"query":"{status{position}}","operationName":"\\udc00"}',
      'operationName',
    ],
    ['the query', '{"query":"{status{position}} # \\ud83d"}', 'query'],
    [
      'the extensions',
      '{"query":"{status{position}}","extensions":{"a":[0,"\\ud83d"]}}',
      'extensions.a[1]',
    ],
  ])('with half of a surrogate pair in %s is refused', async (_, body, field) => {
    expect(await sent(body)).toEqual({ status: 400, code: 'VALIDATION_FAILED', fields: [field] });
  });

  it.each([
    ['a name twice', '{"query":"{status{position}}","variables":{"x":1,"x":2}}', 'variables.x'],
    ['the query twice', '{"query":"{status{position}}","query":"{__typename}"}', 'query'],
    ['too large a number', '{"query":"{status{position}}","variables":{"x":1e400}}', 'variables.x'],
    [
      'a number of too many digits',
      '{"query":"{status{position}}","variables":{"x":[0.1000000000000000055]}}',
      'variables.x.0',
    ],
  ])('with %s is refused, since reading would change it', async (_, body, field) => {
    expect(await sent(body)).toEqual({ status: 400, code: 'VALIDATION_FAILED', fields: [field] });
  });

  it.each(['1e400', '12345678901234567890', '[0.1000000000000000055]', '{__proto__: {}}'])(
    'with %s as a literal of a definition is refused',
    async (literal) => {
      const common = JSON.stringify(withCommon({})).replaceAll(/"(\w+)":/g, '$1:');
      const input = `${common.slice(0, -1)}, framework: "f", version: 1, definition: {a: ${literal}}}`;
      const query = `mutation {draftFramework(input: ${input}) {position}}`;
      expect(await sent(JSON.stringify({ query }))).toMatchObject({
        status: 400,
        code: 'VALIDATION_FAILED',
      });
    },
  );

  it('with half of a surrogate pair in a text of the document is refused', async () => {
    for (const escape of ['\\ud800', '\\u{d800}', '\\udc00\\ud800']) {
      const query = `{ organisation(id: "${escape}") { id } }`;
      expect(await sent(JSON.stringify({ query }))).toMatchObject({
        status: 400,
        code: 'VALIDATION_FAILED',
      });
    }
  });

  it.each(['gzip', 'br', 'x-unknown'])('encoded as %s is not supported', async (encoding) => {
    expect(await sent(STATUS, { 'content-encoding': encoding })).toMatchObject({
      status: 415,
      code: 'VALIDATION_FAILED',
    });
  });

  it('of 100,000 levels is too much', async () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const deep = `${open.repeat(100_000)}1${close.repeat(100_000)}`;
      const body = `{"query":"{status{position}}","variables":{"x":${deep}}}`;
      expect(await sent(body)).toMatchObject({ status: 400, code: 'LIMIT_EXCEEDED' });
    }
  });

  it('of HTTP/1.0 without a host is refused', async () => {
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
    await once(socket, 'connect');
    let said = '';
    socket.on('data', (chunk) => (said += chunk.toString()));
    socket.write(
      `POST /graphql HTTP/1.0\r\nContent-Type: application/json\r\nContent-Length: ${STATUS.length}\r\n\r\n${STATUS}`,
    );
    await once(socket, 'close');

    expect(said).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('with null for a variable that must have a value names it', async () => {
    const body = readFileSync(join(__dirname, 'faults/null-variable-infinity/req.json'), 'utf8');
    const refused = { status: 400, code: 'VALIDATION_FAILED', fields: ['y'] };

    expect(await sent(body)).toEqual(refused);
    expect(await sent(body.replace('null', '2024'))).toMatchObject({ status: 200 });
    expect(await sent(body)).toEqual(refused);
    const query = 'query($i:Boolean=true){status{position @include(if:$i)}}';
    const condition = JSON.stringify({ query, variables: { i: null } });
    expect(await sent(condition)).toEqual({ ...refused, fields: ['i'] });
  });

  it.each([
    [
      'an answer that is too large',
      '{organisations(first:200){edges{node{children(first:200){edges{node{children(first:200){edges{cursor}}}}}}}}}',
    ],
    [
      'fragments that double',
      `{...F0} fragment F14 on Query{status{position}} ${Array.from({ length: 14 }, (_, at) => `fragment F${at} on Query{...F${at + 1} ...F${at + 1}}`).join(' ')}`,
    ],
  ])('that asks for %s is refused as such', async (_, query) => {
    expect(await sent(JSON.stringify({ query }))).toMatchObject({
      status: 400,
      code: 'LIMIT_EXCEEDED',
    });
  });

  it.each([null, -1, -2_147_483_648, undefined])('with a page of %s has a price', async (first) => {
    const query =
      'query($n:Int){organisations(first:$n){edges{node{children(first:$n){edges{cursor}}}}}}';
    const { status } = await sent(JSON.stringify({ query, variables: { n: first } }));

    expect(status).toBe(200);
  });

  it('that was refused has recorded nothing', async () => {
    expect(await api.service.log.count()).toBe(0);
  });
});
