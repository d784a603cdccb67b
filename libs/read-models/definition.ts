/**
 * One field of an index. The value is read from the document's body: a string, a finite number, a boolean, or null
 * (an absent field counts as null, and null sorts first). Values of one field should have one type.
 */
export interface IndexField {
  /** `year`, or dotted for a field of an object: `period.year`. Never leads through an array. */
  readonly path: string;
  /** The field is an array of scalars, and the document is found by each of them. At most one per index. */
  readonly multiValued?: true;
  /** The body holds a decimal string that sorts and is asked for as a bigint (a log position). */
  readonly kind?: 'position';
}

/**
 * A compound index: first the fields a query fixes, then those it is ordered by; the document's id is always the last
 * tiebreaker. Readable in both directions.
 */
export interface IndexDefinition {
  readonly name: string;
  readonly fields: readonly IndexField[];
}

export interface CollectionName {
  readonly name: string;
  /** Versions stand side by side (blue/green); a changed definition needs a new one. */
  readonly version: number;
}

export interface CollectionDefinition extends CollectionName {
  readonly indexes: readonly IndexDefinition[];
}

/** The index every collection has: all documents, by id. */
export const BY_ID: IndexDefinition = { name: 'id', fields: [] };
