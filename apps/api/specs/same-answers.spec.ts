import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { buildClientSchema, getIntrospectionQuery } from 'graphql';
import type { IntrospectionQuery } from 'graphql';
import { anyOperation } from '../testing/any-operation';
import { startTestApi } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

const FAULTS = join(__dirname, 'faults');

/** As JSON: what the service knows, what it does not, and what is not allowed. */
const SCALARS = {
  ID: ['ward', 'cell-1', 'nowhere', ''],
  String: ['ward', 'Chi bộ', ''],
  Int: [1, 2, 5, 2024, 0, -1],
  Float: [0.5, 1],
  Boolean: [true, false],
  Position: ['0', '1', '-1'],
  Date: ['2024-02-01', '2023-02-29'],
  DateTime: ['2024-02-01T08:00:00+07:00', '2024-02-01'],
  Cursor: ['nothing'],
  Decimal: ['1.5'],
  JSON: [1],
};

describe('an answer over HTTP', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    const ward = { organisation: 'ward', kind: 'GRASSROOTS_COMMITTEE', name: 'Đảng bộ' };
    await api.record('establishOrganisation', { ...ward, organisationType: 'ward' });
    for (const organisation of ['cell-1', 'cell-2']) {
      const cell = { organisation, kind: 'SUBORDINATE_CELL', name: organisation, parent: 'ward' };
      await api.record('establishOrganisation', { ...cell, organisationType: 'village' });
    }
    await api.settle();
  });
  afterAll(() => api.stop());

  const thrice = async (body: string) => {
    const answers = [];
    for (let time = 0; time < 3; time += 1) answers.push(await api.post(body));
    return answers;
  };

  const bodies = ['jit-shared-fragment', 'empty-operation-name'].flatMap((fault) =>
    readdirSync(join(FAULTS, fault)).map((name) => join(fault, name)),
  );
  it.each(bodies)('to %s is the same each time', async (path) => {
    const [first, second, third] = await thrice(readFileSync(join(FAULTS, path), 'utf8'));

    expect([second, third]).toEqual([first, first]);
    expect(first?.status).toBe(path.startsWith('empty') ? 400 : 200);
  });

  it.each([
    ['1-lost', { a: {}, b: { id: 'cell-2', name: 'cell-2' } }],
    ['2-lost', { organisation: { id: 'cell-1', name: 'cell-1' } }],
  ])('to %s has what the document asks for', async (name, data) => {
    const answers = await thrice(
      readFileSync(join(FAULTS, 'jit-shared-fragment', `${name}.json`), 'utf8'),
    );

    expect(answers.map((answer) => answer.data)).toEqual([data, data, data]);
  });

  it('to any operation is the same each time', async () => {
    const { data } = await api.ask(getIntrospectionQuery());
    const schema = buildClientSchema(data as unknown as IntrospectionQuery);
    const space = { schema, scalars: SCALARS, depth: 3, conditions: 10 };
    await fc.assert(
      fc.asyncProperty(anyOperation(space), async ({ text, operationName, variables }) => {
        const [first, second, third] = await thrice(
          JSON.stringify({ query: text, operationName, variables }),
        );

        expect([second, third]).toEqual([first, first]);
        expect(first?.status).toBeLessThan(500);
      }),
      { numRuns: 100 },
    );
  });
});
