import type { Direction, FieldValue } from '..';
import type { Card } from './fixtures';

/** Null, then numbers, then text as UTF-8; false before true. */
function compareValues(a: FieldValue, b: FieldValue): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  if (typeof a === 'string' && typeof b === 'string') {
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
  }
  return a < b ? -1 : 1;
}

export interface Ordered {
  readonly id: string;
  readonly key: readonly FieldValue[];
}

function compare(a: Ordered, b: Ordered): number {
  for (const [at, value] of a.key.entries()) {
    const difference = compareValues(value, b.key[at] ?? null);
    if (difference !== 0) return difference;
  }
  return compareValues(a.id, b.id);
}

/** What a query should find, worked out the slow way. */
export function expectedIds(
  documents: ReadonlyMap<string, Card>,
  matches: (body: Card) => boolean,
  key: (body: Card) => readonly FieldValue[],
  direction: Direction,
): string[] {
  const ordered = [...documents]
    .filter(([, body]) => matches(body))
    .map(([id, body]) => ({ id, key: key(body) }))
    .sort(compare);
  return (direction === 'ascending' ? ordered : ordered.reverse()).map(({ id }) => id);
}
