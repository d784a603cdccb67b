import type { Stored } from './document';

/** A value in an index. Positions are bigints, all other numbers are numbers. */
export type FieldValue = string | number | bigint | boolean | null;

/** By path: one value, or a list of which one must match. */
export type Where = Readonly<Record<string, FieldValue | { readonly in: readonly FieldValue[] }>>;

/** Bounds, not null, on the first field a query is ordered by. Null lies in no range. */
export interface Range {
  readonly path: string;
  readonly from?: { readonly value: FieldValue; readonly inclusive: boolean };
  readonly to?: { readonly value: FieldValue; readonly inclusive: boolean };
}

/** A place in an order: the values of the fields ordered by, and the id. Encoding and signing it is the API's business. */
export interface Cursor {
  readonly key: readonly FieldValue[];
  readonly id: string;
}

export type Direction = 'ascending' | 'descending';

/** What a query selects through an index; see {@link Query.where}. */
export interface Selection {
  /** Name of a declared index, or `id` for all documents by id. */
  readonly index: string;
  /**
   * Only fields of the index. The leading ones that are named here choose where to look; the result is ordered by the
   * fields after them, then by id, also when a leading field has a list of values. Other named fields filter.
   * A multi-valued field must be named and be among the leading ones.
   */
  readonly where: Where;
  readonly range?: Range;
}

export interface Query {
  readonly where: Where;
  readonly range?: Range;
  readonly order: { readonly index: string; readonly direction: Direction };
  /** Exclusive. A cursor of the same index and the same leading fields, from either direction. */
  readonly after?: Cursor;
  /** 1 to {@link MAX_PAGE}. */
  readonly limit: number;
}

export interface Found<D> extends Stored<D> {
  readonly cursor: Cursor;
}

export interface Page<D> {
  readonly items: readonly Found<D>[];
  /** Whether there is at least one more document in this direction. */
  readonly hasMore: boolean;
}

export const MAX_PAGE = 10_000;
/** Combinations of the lists on leading fields; each is one range scan. */
export const MAX_COMBINATIONS = 200;
