import { mutationOf, startTestApi, withCommon } from '../testing/test-api';
import type { Answer, TestApi } from '../testing/test-api';

const CELL = {
  organisation: 'cell-1',
  kind: 'GRASSROOTS_CELL',
  name: 'Chi bộ 1',
  organisationType: 'agency',
};

describe('an error', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    await api.record('establishOrganisation', CELL);
  });
  afterAll(() => api.stop());

  const give = (mutation: string, input: object) =>
    api.ask(mutationOf(mutation), { input: withCommon(input) });
  const first = ({ errors }: Answer) => errors[0]?.extensions;

  it('of the input names every field, the rule and the reason', async () => {
    const answer = await give('establishOrganisation', {
      ...CELL,
      organisation: 'a b',
      name: ' ',
      commandId: 'not-a-uuid',
      legalBasis: [{ number: '', date: '2024-01-01', issuer: 'x' }],
    });

    expect(first(answer)).toEqual({
      code: 'VALIDATION_FAILED',
      fields: expect.arrayContaining([
        expect.objectContaining({ field: 'commandId', rule: 'isUuid' }),
        expect.objectContaining({ field: 'legalBasis[0].number', rule: 'matches' }),
        expect.objectContaining({ field: 'organisation', rule: 'isId' }),
        expect.objectContaining({ field: 'name', rule: 'matches' }),
      ]),
    });
  });

  it('of a value of the wrong form names the field', async () => {
    const answer = await give('establishOrganisation', { ...CELL, effectiveAt: '2024-01-01' });

    expect(answer.status).toBe(400);
    expect(first(answer)).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: [{ field: 'effectiveAt', rule: 'type' }],
    });
  });

  it('of a missing value names the field', async () => {
    const answer = await api.ask(mutationOf('dissolveOrganisation'), { input: {} });

    expect(first(answer)).toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('of a rule names the rule and what it refuses', async () => {
    const answer = await give('establishOrganisation', CELL);

    expect(first(answer)).toMatchObject({ code: 'RULE_VIOLATED', refusal: 'ALREADY_EXISTS' });
  });

  it('of a command id that was used for another command names the id', async () => {
    const { commandId } = await api.record('renameOrganisation', {
      organisation: 'cell-1',
      name: 'Chi bộ 1 mới',
    });
    const answer = await give('renameOrganisation', {
      commandId,
      organisation: 'cell-1',
      name: 'Chi bộ khác',
    });

    expect(first(answer)).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: [{ field: 'commandId', rule: 'isUnused' }],
    });
  });

  it('of a stale decision shows what came between', async () => {
    const answer = await give('renameOrganisation', {
      organisation: 'cell-1',
      name: 'Chi bộ khác',
      expectedRevision: 0,
    });

    expect(first(answer)).toMatchObject({
      code: 'CONFLICT',
      conflictingEvents: [{ type: 'OrganisationRenamed', revision: 1 }],
    });
  });

  it.each([
    ['that is no GraphQL', '{ status {'],
    ['that asks for what there is not', '{ nothing }'],
    ['that is empty', ''],
    ['with a wrong argument', '{ organisations(first: "many") { edges { cursor } } }'],
    ['with two anonymous operations', '{ status { position } } { status { position } }'],
  ])('of a document %s says so', async (_, query) => {
    const answer = await api.ask(query);

    expect(answer.status).toBe(400);
    expect(first(answer)?.code).toBe('VALIDATION_FAILED');
  });

  it.each([
    ['that is no JSON', '{"query": '],
    ['that is another JSON', '[1, 2]'],
    ['that is null', 'null'],
    ['that sets a prototype', '{"query":"{ status { position } }","__proto__":{"admin":true}}'],
  ])('of a body %s says so', async (_, body) => {
    const answer = await api.post(body);

    expect(answer.status).toBe(400);
    expect(first(answer)?.code).toBe('VALIDATION_FAILED');
  });

  it('of a body that is too large says so, and the service goes on', async () => {
    const answer = await api.post(JSON.stringify({ query: '#'.repeat(3 * 1024 * 1024) }));

    expect(answer.status).toBe(413);
    expect(first(answer)?.code).toBe('LIMIT_EXCEEDED');
    expect((await api.ask('{ status { position } }')).errors).toEqual([]);
  });

  it('of another kind of content says so', async () => {
    const answer = await api.post('query=1', {
      'content-type': 'application/x-www-form-urlencoded',
    });

    expect(answer.status).toBe(415);
    expect(first(answer)?.code).toBe('VALIDATION_FAILED');
  });

  it('of a request that a foreign page could forge says so', async () => {
    const query = JSON.stringify({ query: '{ status { position } }' });
    const answer = await api.post(query, { 'content-type': 'text/plain' });

    expect(answer.status).toBe(415);
    expect(first(answer)?.code).toBe('VALIDATION_FAILED');
  });

  it.each([
    ['too many tokens', `{ ${'status { position } '.repeat(1_500)} }`],
    [
      'too deep',
      `{ organisation(id: "cell-1") { ${'parent { '.repeat(20)} id ${'} '.repeat(20)} } }`,
    ],
    [
      'too large an answer',
      `{ organisations(first: 200) { edges { node { children(first: 200) { edges { node {
         children(first: 200) { edges { cursor } } } } } } } } }`,
    ],
  ])('of %s is a limit', async (_, query) => {
    const answer = await api.ask(query);

    expect(first(answer)?.code).toBe('LIMIT_EXCEEDED');
  });

  it('of an address where there is nothing is in the same form', async () => {
    const response = await fetch(`${api.url}/nothing`);

    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'NOT_FOUND' } }],
    });
  });

  it('is the same whether an operation is interpreted or compiled', async () => {
    const answers: unknown[] = [];
    for (let time = 0; time < 4; time += 1) {
      const { status, errors } = await give('establishOrganisation', { ...CELL, name: ' ' });
      answers.push([status, errors]);
    }

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });
});
