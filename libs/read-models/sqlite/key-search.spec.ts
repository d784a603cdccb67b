import { cards } from '../contract';
import { planQuery } from '../indexing';
import type { Cursor, Query } from '../query';
import { Database } from './database';
import { pageSearch } from './key-search';
import { layoutOf } from './layout';
import { buildMain, buildSides, createTables } from './schema';

describe('a page of keys', () => {
  const database = new Database(':memory:');
  const layout = layoutOf(cards);
  beforeAll(() => {
    createTables(database, layout);
    for (const index of layout.indexes) {
      if (index.place === 'main' && index.definition.name !== 'id') {
        buildMain(database, layout, index);
      }
    }
    buildSides(database, layout, layout.sides);
  });
  afterAll(() => database.close());

  function explained(query: Omit<Query, 'limit'>): string[] {
    const plan = planQuery(cards, { ...query, limit: 20 });
    const index = layout.indexes.find(({ definition }) => definition.name === query.order.index);
    if (index === undefined) {
      throw new Error('not declared');
    }
    const { text, values } = pageSearch(layout, index, plan, {
      ...query,
      direction: query.order.direction,
      limit: 20,
    });
    return database
      .statement(`EXPLAIN QUERY PLAN ${text}`)
      .all(...values)
      .map(({ detail }) => String(detail));
  }

  const cases: readonly [string, Query['where'], Cursor | undefined, string][] = [
    ['id', {}, { key: [], id: 'a' }, '(id>?)'],
    ['under', { organisations: 'o1' }, undefined, '(f0=?)'],
    [
      'under',
      { organisations: 'o1', outcome: 'x' },
      { key: [4n, 'x'], id: 'a' },
      '(f0=? AND (f1,f2,id)>(?,?,?))',
    ],
    ['byYear', { year: 2024 }, { key: ['x', true], id: 'a' }, '=? AND ('],
    ['byPosition', {}, { key: [4n], id: 'a' }, '>(?,?))'],
  ];

  it.each(cases)(
    'over %s is one range scan without sorting, in both directions',
    (index, where, after, bounds) => {
      for (const direction of ['ascending', 'descending'] as const) {
        const page = {
          where,
          order: { index, direction },
          ...(after === undefined ? {} : { after }),
        };
        const steps = explained(page);
        expect(steps).toHaveLength(1);
        expect(steps[0]).toMatch(/^SEARCH /);
        expect(steps[0]).toContain(direction === 'ascending' ? bounds : bounds.replace('>', '<'));
      }
    },
  );

  it('starts at the cursor, not at the bound of the range', () => {
    const from = { value: 1n, inclusive: true };
    const to = { value: 9n, inclusive: false };
    const query = { where: { organisations: 'o1' }, range: { path: 'changedAt', from, to } };
    const after = { key: [4n, null], id: 'a' };
    expect(
      explained({ ...query, after, order: { index: 'under', direction: 'ascending' } }),
    ).toEqual([expect.stringContaining('(f0=? AND (f1,f2,id)>(?,?,?) AND f1<?)')]);
    expect(
      explained({ ...query, after, order: { index: 'under', direction: 'descending' } }),
    ).toEqual([expect.stringContaining('(f0=? AND f1>? AND (f1,f2,id)<(?,?,?))')]);
  });
});
