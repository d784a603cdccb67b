import { canonicalJson } from '#ledger';

/**
 * What somebody looked at: what members are called, members by a name, case files, the texts in them, or events as an
 * export has them.
 */
export type AccessKind = 'IDENTITY' | 'SEARCH' | 'CASE' | 'CASE_TEXT' | 'EXPORT';

/** Listed in one record, as many as the longest page of a list has; `count` counts all. */
export const MOST_SUBJECTS = 200;

/** Leaves whose events were exported. */
export interface ExportedLeaves {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** Only of this organisation and what was below it. */
  readonly under?: string;
}

/** That somebody looked: ids alone, never what was read, nor the words of a search. */
export interface NewAccessRecord {
  readonly id: string;
  /** The pseudonymous id under which somebody signed in, and the role acted in. */
  readonly who: string;
  readonly role: string;
  readonly organisation: string;
  readonly kind: AccessKind;
  /** `member/ID`, `case/ID`: the first of them, in the order of their ids. */
  readonly subjects: readonly string[];
  readonly count: number;
  /** The organisations that the subjects belonged to; none where it is about all there is. */
  readonly concerns: readonly string[];
  /** As far as it was said. */
  readonly why?: string;
  readonly events?: ExportedLeaves;
}

export interface AccessRecord extends NewAccessRecord {
  /** When it was recorded; never earlier than the record before. */
  readonly at: string;
}

/** What the leaf of a record is made of. */
export function entryOfRecord(record: AccessRecord): string {
  return canonicalJson({ v: 1, ...record });
}

/** An entry that {@link entryOfRecord} has written. */
export function recordOf(entry: string): AccessRecord {
  const { v: _, ...record } = JSON.parse(entry) as AccessRecord & { readonly v: number };
  return record;
}
