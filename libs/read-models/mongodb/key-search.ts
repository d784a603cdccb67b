import type { Filter, Sort } from 'mongodb';
import type { IndexField } from '../definition';
import type { SelectionPlan } from '../indexing';
import type { Cursor, Direction, FieldValue, Range } from '../query';
import { encode, keyPath, type StoredDocument } from './stored-document';

type Term = Filter<StoredDocument>;

const NOT_NULL = { $ne: null };

/** A bound finds values of its own type only, so null lies in no range by itself. */
function rangeTerms(path: string, { from, to }: Range): Term[] {
  const terms: Term[] = [];
  if (from !== undefined) {
    terms.push({ [path]: { [from.inclusive ? '$gte' : '$gt']: encode(from.value) } });
  }
  if (to !== undefined) {
    terms.push({ [path]: { [to.inclusive ? '$lte' : '$lt']: encode(to.value) } });
  }
  return terms.length === 0 ? [{ [path]: NOT_NULL }] : terms;
}

/** What comes after a value in an order where null is first; nothing comes before null. */
function beyond(path: string, value: FieldValue, direction: Direction): Term[] {
  if (direction === 'ascending') {
    return [{ [path]: value === null ? NOT_NULL : { $gt: encode(value) } }];
  }
  return value === null ? [] : [{ [path]: { $lt: encode(value) } }, { [path]: null }];
}

/**
 * The places after a cursor, as disjoint ranges: those that share all its values and have a later id, those that share
 * all but the last value, and so on. Each is one range of the index.
 */
function placesAfter(
  order: readonly IndexField[],
  { key, id }: Cursor,
  direction: Direction,
): readonly Term[][] {
  const same = order.map((field, at): Term => ({ [keyPath(field)]: encode(key[at] ?? null) }));
  const later: Term = { _id: direction === 'ascending' ? { $gt: id } : { $lt: id } };
  const byField = order.flatMap((field, at) =>
    beyond(keyPath(field), key[at] ?? null, direction).map((term) => [...same.slice(0, at), term]),
  );
  return [...byField, [...same, later]];
}

/** The documents selected; those after the cursor, if there is one. */
export function filterOf(
  plan: SelectionPlan,
  paging?: { readonly after: Cursor; readonly direction: Direction },
): Filter<StoredDocument> {
  const [first] = plan.order;
  const always: Term[] = [
    ...plan.filters.map(({ field, values }): Term => ({
      [keyPath(field)]: { $in: values.map(encode) },
    })),
    ...(plan.range === undefined || first === undefined
      ? []
      : rangeTerms(keyPath(first), plan.range)),
    { alive: true },
  ];
  const places =
    paging === undefined ? [[]] : placesAfter(plan.order, paging.after, paging.direction);
  const ranges = plan.combinations.flatMap((combination) => {
    const fixed = plan.leading.map((field, at): Term => ({
      [keyPath(field)]: encode(combination[at] ?? null),
    }));
    return places.map((place): Term => ({ $and: [...fixed, ...place, ...always] }));
  });
  const [only] = ranges;
  return ranges.length === 1 && only !== undefined ? only : { $or: ranges };
}

export function sortOf(plan: SelectionPlan, direction: Direction): Sort {
  const way = direction === 'ascending' ? 1 : -1;
  return Object.fromEntries([...plan.order.map(keyPath), '_id'].map((path) => [path, way]));
}
