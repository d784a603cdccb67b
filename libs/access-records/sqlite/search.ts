import type { AccessRecord } from '../access-record';
import type { AccessRecordQuery } from '../access-record-store.port';

interface Search {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** The number of the first record at a time, or one that no record has. */
const firstAt = (time: '>=' | '>') =>
  `(SELECT coalesce((SELECT number FROM records WHERE at ${time} ? ORDER BY at, number LIMIT 1), 9e15))`;

const concerning = (organisation: string) => `concerns/${organisation}`;
/** Of what is about all there is. */
const CONCERNS_ALL = concerning('');

/** By what a record is found. */
export function wordsOfRecord({ who, kind, subjects, concerns }: AccessRecord): readonly string[] {
  return [
    `who/${who}`,
    `kind/${kind}`,
    ...subjects.map((subject) => `subject/${subject}`),
    ...(concerns.length === 0 ? [CONCERNS_ALL] : concerns.map(concerning)),
  ];
}

/**
 * A page is read off the index of the narrowest word, in the order of the numbers, and what else is asked for is looked up
 * for each: it costs what the page holds. Of several organisations each is searched by itself; together they hold the page.
 */
export function searchOf(query: AccessRecordQuery): readonly Search[] {
  const { filter, among } = query;
  const { who, kind, subjects } = filter;
  const asked = [
    ...(who === undefined ? [] : [`who/${who}`]),
    ...(kind === undefined ? [] : [`kind/${kind}`]),
  ];
  const seen = among === undefined ? undefined : [CONCERNS_ALL, ...among.map(concerning)];
  if (subjects !== undefined) {
    return subjects.map((subject) => search(query, `subject/${subject}`, asked, seen));
  }
  if (seen !== undefined && who === undefined) {
    return seen.map((word) => search(query, word, asked));
  }
  const [first, ...others] = asked;
  return [search(query, first, others, seen)];
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
