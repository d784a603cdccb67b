import {
  BY_ID,
  type CollectionDefinition,
  type CollectionName,
  type IndexDefinition,
  type IndexField,
} from '../definition';
import { fieldExtractor, type FieldExtractor } from '../indexing';
import type { FieldValue } from '../query';
import { quoted } from './database';

export type SqlValue = string | number | bigint;

/**
 * How values stand in index columns. Null is minus infinity: SQLite sorts it before every other number, as null should
 * be, and unlike NULL it can be compared, so that keyset paging needs no special cases.
 */
export function encode(value: FieldValue): SqlValue {
  if (value === null) return Number.NEGATIVE_INFINITY;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value;
}

export function tableName(collection: CollectionName): string {
  return `${collection.name}_v${collection.version}`;
}

/**
 * Where the entries of one index are kept. `main`: an ordinary index on columns of the documents' table. `side`: a table
 * of its own with one row per value of the multi-valued field, clustered in index order, so that "all that contain X,
 * in order, from here" is one range scan.
 */
export interface IndexLayout {
  readonly definition: IndexDefinition;
  readonly place: 'main' | 'side';
  /** Quoted name of the index or of the side table. */
  readonly name: string;
  readonly columnOf: (field: IndexField) => string;
}

export interface SideLayout extends IndexLayout {
  readonly extractors: readonly FieldExtractor[];
}

/** The tables of one collection: names, columns and how they are filled. */
export interface Layout {
  readonly definition: CollectionDefinition;
  readonly table: string;
  /** Columns of the documents' table that exist for its indexes, and what fills them. */
  readonly columns: readonly { readonly name: string; readonly extractor: FieldExtractor }[];
  readonly indexes: readonly IndexLayout[];
  readonly sides: readonly SideLayout[];
}

export function layoutOf(definition: CollectionDefinition): Layout {
  const table = tableName(definition);
  const isSide = (index: IndexDefinition): boolean =>
    index.fields.some((field) => field.multiValued);
  const columns = new Map<string, { name: string; extractor: FieldExtractor }>();
  for (const field of definition.indexes
    .filter((index) => !isSide(index))
    .flatMap((index) => index.fields)) {
    if (columns.has(field.path)) continue;
    columns.set(field.path, {
      name: `f${columns.size}`,
      extractor: fieldExtractor(definition, field),
    });
  }
  const sides = definition.indexes.filter(isSide).map((index): SideLayout => ({
    definition: index,
    place: 'side',
    name: quoted(`${table}/${index.name}`),
    columnOf: (field) => `f${index.fields.findIndex((each) => each.path === field.path)}`,
    extractors: index.fields.map((field) => fieldExtractor(definition, field)),
  }));
  const mains = [BY_ID, ...definition.indexes.filter((index) => !isSide(index))].map(
    (index): IndexLayout => ({
      definition: index,
      place: 'main',
      name: quoted(`${table}/${index.name}`),
      columnOf: (field) => columns.get(field.path)?.name ?? 'NULL',
    }),
  );
  return {
    definition,
    table: quoted(table),
    columns: [...columns.values()],
    indexes: [...mains, ...sides],
    sides,
  };
}

/** The keys under which a document stands in a side table. */
export function sideKeys(side: SideLayout, id: string, body: unknown): SqlValue[][] {
  let keys: SqlValue[][] = [[]];
  for (const extractor of side.extractors) {
    const values = extractor.field.multiValued
      ? extractor.values(id, body).map(encode)
      : [encode(extractor.value(id, body))];
    const [only] = values;
    if (values.length === 1 && only !== undefined) for (const key of keys) key.push(only);
    else keys = keys.flatMap((key) => values.map((value) => [...key, value]));
  }
  return keys;
}
