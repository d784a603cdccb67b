import type { SelectionPlan } from '../indexing';
import type { Cursor, Direction, FieldValue, Range } from '../query';
import { encode, type IndexLayout, type Layout, type SqlValue } from './layout';

/** A statement and its values. */
export interface Sql {
  readonly text: string;
  readonly values: SqlValue[];
}

interface Paging {
  readonly direction: Direction;
  readonly after?: Cursor;
  readonly limit: number;
}

const placeholders = (count: number): string => Array<string>(count).fill('?').join(', ');

/**
 * Of the bounds of a range and the cursor only one can start the scan. The cursor is always the tighter one, so the bound
 * on its side is hidden from the planner by a unary plus and merely filters.
 */
function rangeTerms(column: string, range: Range, paging: Paging | undefined): Sql[] {
  const behindCursor = (side: Direction): string =>
    paging?.after !== undefined && paging.direction === side ? `+${column}` : column;
  const { from, to } = range;
  // Null sorts first but lies in no range, as in MongoDB.
  const lower = from ?? { value: null, inclusive: false };
  const terms = [
    {
      text: `${behindCursor('ascending')} >${lower.inclusive ? '=' : ''} ?`,
      values: [encode(lower.value)],
    },
  ];
  if (to !== undefined) {
    terms.push({
      text: `${behindCursor('descending')} <${to.inclusive ? '=' : ''} ?`,
      values: [encode(to.value)],
    });
  }
  return terms;
}

function cursorTerm(columns: readonly string[], paging: Paging): Sql[] {
  if (paging.after === undefined) return [];
  const comparison = paging.direction === 'ascending' ? '>' : '<';
  return [
    {
      text: `(${columns.join(', ')}) ${comparison} (${placeholders(columns.length)})`,
      values: [...paging.after.key.map(encode), paging.after.id],
    },
  ];
}

function scan(
  layout: Layout,
  index: IndexLayout,
  plan: SelectionPlan,
  combination: readonly FieldValue[],
  paging: Paging | undefined,
  selected: 'doc' | '*',
): Sql {
  const orderColumns = [...plan.order.map(index.columnOf), 'id'];
  const [first] = orderColumns;
  const terms: Sql[] = [
    ...plan.leading.map((field, at) => ({
      text: `${index.columnOf(field)} = ?`,
      values: [encode(combination[at] ?? null)],
    })),
    ...plan.filters.map(({ field, values }) => ({
      text: `+${index.columnOf(field)} IN (${placeholders(values.length)})`,
      values: values.map(encode),
    })),
    ...(plan.range === undefined || first === undefined
      ? []
      : rangeTerms(first, plan.range, paging)),
    ...(paging === undefined ? [] : cursorTerm(orderColumns, paging)),
    ...(index.place === 'main' ? [{ text: 'json IS NOT NULL', values: [] }] : []),
  ];
  const source = index.place === 'main' ? `${layout.table} INDEXED BY ${index.name}` : index.name;
  const where = terms.length === 0 ? '' : ` WHERE ${terms.map(({ text }) => text).join(' AND ')}`;
  const values = terms.flatMap((term) => term.values);
  const columns = selected === 'doc' ? 'doc' : [...orderColumns, 'doc'].join(', ');
  const text = `SELECT ${columns} FROM ${source}${where}`;
  if (paging === undefined) return { text, values };
  return {
    text: `${text} ${orderedPage(orderColumns, paging.direction)}`,
    values: [...values, paging.limit],
  };
}

function orderedPage(columns: readonly string[], direction: Direction): string {
  const suffix = direction === 'ascending' ? '' : ' DESC';
  return `ORDER BY ${columns.map((column) => `${column}${suffix}`).join(', ')} LIMIT ?`;
}

/** UNION, not UNION ALL: a document can hold several of the values asked for, and is one row by its `doc`. */
function union(scans: readonly Sql[]): Sql {
  return {
    text:
      scans.length === 1
        ? scans.map(({ text }) => text).join()
        : scans.map(({ text }) => `SELECT * FROM (${text})`).join(' UNION '),
    values: scans.flatMap(({ values }) => values),
  };
}

/**
 * The rows of the documents on a page, in order: one range scan per combination, merged. Only `doc` is read: a position
 * among the order columns may exceed what a JavaScript number holds.
 */
export function pageSearch(
  layout: Layout,
  index: IndexLayout,
  plan: SelectionPlan,
  paging: Paging,
): Sql {
  const [only] = plan.combinations;
  if (plan.combinations.length === 1 && only !== undefined) {
    return scan(layout, index, plan, only, paging, 'doc');
  }
  const merged = union(
    plan.combinations.map((each) => scan(layout, index, plan, each, paging, '*')),
  );
  const page = orderedPage([...plan.order.map(index.columnOf), 'id'], paging.direction);
  return {
    text: `SELECT doc FROM (${merged.text}) ${page}`,
    values: [...merged.values, paging.limit],
  };
}

export function countSearch(layout: Layout, index: IndexLayout, plan: SelectionPlan): Sql {
  const merged = union(
    plan.combinations.map((each) => scan(layout, index, plan, each, undefined, 'doc')),
  );
  return { text: `SELECT count(*) AS documents FROM (${merged.text})`, values: merged.values };
}
