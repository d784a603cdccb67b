import {
  BY_ID,
  type CollectionDefinition,
  type IndexDefinition,
  type IndexField,
} from '../definition';
import { IndexMissing, QueryRefused } from '../errors';
import {
  MAX_COMBINATIONS,
  MAX_PAGE,
  type Cursor,
  type FieldValue,
  type Query,
  type Range,
  type Selection,
} from '../query';
import { valueFault } from './fields';

/** A selection, checked against the definition and put into the terms of one index. */
export interface SelectionPlan {
  readonly index: IndexDefinition;
  /** The leading fields that are fixed. */
  readonly leading: readonly IndexField[];
  /** One combination of values of the leading fields per range scan; distinct; none when a list is empty. */
  readonly combinations: readonly (readonly FieldValue[])[];
  /** The fields the result is ordered by, before the id. */
  readonly order: readonly IndexField[];
  /** Values allowed in fields that are ordered by. */
  readonly filters: readonly {
    readonly field: IndexField;
    readonly values: readonly FieldValue[];
  }[];
  readonly range?: Range;
}

function check(field: IndexField, value: unknown, reason: 'value' | 'cursor'): void {
  const fault = valueFault(field, value);
  if (fault !== undefined) throw new QueryRefused(reason, fault);
  if (field.multiValued && value === null) {
    throw new QueryRefused(reason, `${field.path} holds no nulls`);
  }
}

function allowed(selection: Selection, field: IndexField): readonly FieldValue[] | undefined {
  const condition = Object.hasOwn(selection.where, field.path)
    ? selection.where[field.path]
    : undefined;
  if (condition === undefined) return undefined;
  const values =
    typeof condition === 'object' && condition !== null ? [...new Set(condition.in)] : [condition];
  for (const value of values) check(field, value, 'value');
  return values;
}

function combine(lists: readonly (readonly FieldValue[])[]): readonly (readonly FieldValue[])[] {
  const size = lists.reduce((product, list) => product * list.length, 1);
  if (size > MAX_COMBINATIONS) {
    throw new QueryRefused(
      'combinations',
      `${size} combinations of values; at most ${MAX_COMBINATIONS}`,
    );
  }
  return lists.reduce<readonly (readonly FieldValue[])[]>(
    (rows, list) => rows.flatMap((row) => list.map((value) => [...row, value])),
    [[]],
  );
}

/** @throws {IndexMissing | QueryRefused} */
export function planSelection(
  collection: CollectionDefinition,
  selection: Selection,
): SelectionPlan {
  const missing = (detail: string): IndexMissing =>
    new IndexMissing(collection, selection.index, detail);
  const index =
    selection.index === BY_ID.name
      ? BY_ID
      : collection.indexes.find((each) => each.name === selection.index);
  if (index === undefined) throw missing('not declared');
  const foreign = Object.keys(selection.where).find(
    (path) => !index.fields.some((field) => field.path === path),
  );
  if (foreign !== undefined) throw missing(`has no field ${foreign}`);

  const conditions = index.fields.map((field) => ({ field, values: allowed(selection, field) }));
  const free = conditions.findIndex(({ values }) => values === undefined);
  const leading = free < 0 ? conditions : conditions.slice(0, free);
  const rest = conditions.slice(leading.length);
  const unfixed = rest.find(({ field }) => field.multiValued);
  if (unfixed !== undefined) {
    throw missing(
      `the multi-valued field ${unfixed.field.path} must be given, with all fields before it`,
    );
  }
  const order = rest.map(({ field }) => field);
  const { range } = selection;
  if (range !== undefined) {
    const [first] = order;
    if (first?.path !== range.path) {
      throw missing(`a range on ${range.path} needs it to be the first field ordered by`);
    }
    for (const bound of [range.from, range.to]) {
      if (bound === undefined) continue;
      check(first, bound.value, 'value');
      if (bound.value === null) {
        throw new QueryRefused('value', `null is no bound of ${range.path}`);
      }
    }
  }
  return {
    index,
    leading: leading.map(({ field }) => field),
    combinations: combine(leading.map(({ values }) => values ?? [])),
    order,
    filters: rest.flatMap(({ field, values }) => (values === undefined ? [] : [{ field, values }])),
    ...(range === undefined ? {} : { range }),
  };
}

function checkCursor(order: readonly IndexField[], cursor: Cursor): void {
  if (cursor.key.length !== order.length) {
    throw new QueryRefused('cursor', 'the cursor belongs to another order');
  }
  order.forEach((field, at) => check(field, cursor.key[at], 'cursor'));
}

/** @throws {IndexMissing | QueryRefused} */
export function planQuery(collection: CollectionDefinition, query: Query): SelectionPlan {
  if (!Number.isSafeInteger(query.limit) || query.limit < 1 || query.limit > MAX_PAGE) {
    throw new QueryRefused('limit', `a page holds 1 to ${MAX_PAGE} documents`);
  }
  const plan = planSelection(collection, {
    index: query.order.index,
    where: query.where,
    ...(query.range === undefined ? {} : { range: query.range }),
  });
  if (query.after !== undefined) checkCursor(plan.order, query.after);
  return plan;
}
