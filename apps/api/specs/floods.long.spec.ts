import { startTestApi } from '../testing/test-api';
import type { Answer, TestApi } from '../testing/test-api';

const MANY = 10_000;
/** As many as come past the limit of tokens. */
const SOME = 600;

const times = (count: number, text: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ');
const fragments = (count: number, next: (at: number) => string) =>
  `{ ...f0 } ${times(count, (at) => `fragment f${at} on Query { ${next(at)} }`)}`;
const last = (at: number, count: number, next: string) =>
  at === count - 1 ? 'status { position }' : next;
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

const FLOODS: Readonly<Record<string, string>> = {
  'many aliases': `{ ${times(MANY, (at) => `a${at}: status { position }`)} }`,
  'many fragments': fragments(MANY, (at) => `...f${at + 1}`),
  'a circle of fragments': fragments(SOME, (at) => `...f${(at + 1) % SOME}`),
  'a fragment of itself': fragments(1, () => '...f0'),
  'fragments that double': fragments(40, (at) => last(at, 40, `...f${at + 1} ...f${at + 1}`)),
  'fragments that double under aliases': fragments(30, (at) =>
    last(at, 30, `a: __typename ...f${at + 1} ...f${at + 1}`),
  ),
  'one behind the other': fragments(SOME, (at) => last(at, SOME, `...f${at + 1}`)),
  'directives again and again': `{ status { position ${times(MANY, () => '@include(if: true)')} } }`,
  'some directives again and again': `{ status { position ${times(SOME, () => '@include(if: true)')} } }`,
  'the same field again and again': `{ ${times(SOME, () => 'status { position projections { name } }')} nothing }`,
  'a literal in a literal, and so on': `{ history(filter: ${'['.repeat(1_900)}${']'.repeat(1_900)}) { projectedThrough } }`,
  'many variables': `query (${times(SOME, (at) => `$v${at}: Int`)}) { status { position } }`,
  'many operations': times(SOME, (at) => `query q${at} { status { position } }`),
};

describe('floods', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const honest = () => api.ask('{ status { position } }');
  const codeOf = ({ errors }: Answer) => errors[0]?.extensions.code;

  it.each(Object.entries(FLOODS))(
    'of %s are refused before they are executed, and others are answered meanwhile',
    async (_, query) => {
      const flooding = Array.from({ length: 5 }, () => api.ask(query));
      const others = await Promise.all([honest(), honest(), honest()]);
      const refused = await Promise.all(flooding);

      for (const { status } of others) expect(status).toBe(200);
      for (const answer of refused) {
        expect(answer.status).toBe(400);
        expect(codeOf(answer)).toMatch(/^(LIMIT_EXCEEDED|VALIDATION_FAILED)$/);
        expect(answer.errors.length).toBeLessThanOrEqual(50);
      }
    },
  );

  it('of levels of variables are refused before anything is made of them', async () => {
    const query = 'query ($f: HistoryFilter!) { history(filter: $f) { projectedThrough } }';
    const body = `{"query":${JSON.stringify(query)},"variables":{"f":${nested(100_000)}}}`;
    const answers = await Promise.all([api.post(body), honest(), api.post(body), honest()]);

    expect(answers.map(({ status }) => status)).toEqual([400, 200, 400, 200]);
    expect(answers.map(codeOf)).toEqual(['LIMIT_EXCEEDED', undefined, 'LIMIT_EXCEEDED', undefined]);
  });

  it('of what is small in the end, and valid, are answered', async () => {
    const within = `{ ${times(1_200, () => '... {')} __typename ${times(1_200, () => '}')} }`;
    expect((await api.ask(within)).status).toBe(200);
    const doubling = fragments(4, (at) => last(at, 4, `...f${at + 1} ...f${at + 1}`));

    expect((await api.ask(doubling)).status).toBe(200);
  });
});
