import type { AccessRecordQuery } from '../access-record-store.port';
import { wordsAskedFor } from '../words-of-record';

interface Search {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** The number of the first record at a time, or one that no record has. */
const firstAt = (time: '>=' | '>') =>
  `(SELECT coalesce((SELECT number FROM records WHERE at ${time} ? ORDER BY at, number LIMIT 1), 9e15))`;

/** Of several words each is searched by itself; together they hold the page. */
export function searchOf(query: AccessRecordQuery): readonly Search[] {
  const { anyOf = [undefined], allOf, alsoAnyOf } = wordsAskedFor(query);
  return anyOf.map((word) => search(query, word, allOf, alsoAnyOf));
}

function search(
  { filter, direction, after, limit }: AccessRecordQuery,
  word: string | undefined,
  others: readonly string[],
  anyOf?: readonly string[],
): Search {
  const isUp = direction === 'ascending';
  const from = word === undefined ? 'records r' : 'named n JOIN records r ON r.number = n.number';
  const place = word === undefined ? 'r.number' : 'n.number';
  const conditions: [string, ...(string | number)[]][] = [['r.entry IS NOT NULL']];
  if (word !== undefined) conditions.push(['n.word = ?', word]);
  if (after !== undefined) conditions.push([`${place} ${isUp ? '>' : '<'} ?`, after]);
  // Times never go back: where they begin and end is a place among the numbers.
  if (filter.from !== undefined) {
    conditions.push([`${place} >= ${firstAt('>=')}`, filter.from]);
  }
  if (filter.to !== undefined) {
    conditions.push([`${place} < ${firstAt('>')}`, filter.to]);
  }
  for (const other of others) {
    conditions.push([
      `EXISTS (SELECT 1 FROM named o WHERE o.word = ? AND o.number = ${place})`,
      other,
    ]);
  }
  if (anyOf !== undefined) {
    conditions.push([
      `EXISTS (SELECT 1 FROM json_each(?) j JOIN named o ON o.word = j.value AND o.number = ${place})`,
      JSON.stringify(anyOf),
    ]);
  }
  return {
    sql: `SELECT r.number, r.entry FROM ${from}
      WHERE ${conditions.map(([condition]) => condition).join(' AND ')}
      ORDER BY ${place} ${isUp ? 'ASC' : 'DESC'} LIMIT ?`,
    values: [...conditions.flatMap(([, ...values]) => values), limit],
  };
}
