import type { CollectionName } from '../definition';
import type { Posting } from '../postings';
import { blocksOf } from '../posting-blocks';
import { quoted, type Database } from './database';
import { tableName } from './layout';
import { RowWriter } from './row-writer';

/**
 * The name under which it is noted that blocks wait beside the table that is looked in: while a log is caught up with, they
 * are put down as they come, and sorted into it once, where putting each in its place would write most pages for every batch.
 */
export const STAGED = 'staged';

const COLUMNS = 'term, first, distances';
/** Of two blocks that begin alike the longer one holds the other; see `PostingBlock`. */
const LONGER_WINS = `(term, first) DO UPDATE SET distances = excluded.distances
  WHERE length(excluded.distances) > length(distances)`;

export function blockTable(collection: CollectionName): string {
  return quoted(tableName(collection));
}

function stagedTable(collection: CollectionName): string {
  return quoted(`${tableName(collection)}/${STAGED}`);
}

export function createPostings(database: Database, collection: CollectionName): void {
  const columns = 'term INTEGER NOT NULL, first INTEGER NOT NULL, distances BLOB NOT NULL';
  database.exec(`
    CREATE TABLE ${blockTable(collection)} (${columns}, PRIMARY KEY (term, first)) WITHOUT ROWID;
    CREATE TABLE ${stagedTable(collection)} (${columns});
  `);
}

export function dropPostings(database: Database, collection: CollectionName): void {
  database.exec(
    `DROP TABLE ${blockTable(collection)}; DROP TABLE IF EXISTS ${stagedTable(collection)}`,
  );
}

export function emptyPostings(
  database: Database,
  collection: CollectionName,
  isStaged: boolean,
): void {
  database.exec(`DELETE FROM ${blockTable(collection)}`);
  if (isStaged) database.exec(`DELETE FROM ${stagedTable(collection)}`);
}

export function writePostings(
  database: Database,
  collection: CollectionName,
  postings: readonly Posting[],
  isStaged: boolean,
): void {
  const rows = isStaged
    ? new RowWriter(database, stagedTable(collection), 3)
    : new RowWriter(database, blockTable(collection), 3, LONGER_WINS);
  for (const { term, first, distances } of blocksOf(postings)) rows.add([term, first, distances]);
  rows.flush();
}

/** SQLite needs the WHERE to tell the conflict from a join. */
export function buildPostings(database: Database, collection: CollectionName): void {
  database.exec(`
    INSERT INTO ${blockTable(collection)} SELECT ${COLUMNS} FROM ${stagedTable(collection)}
      WHERE true ORDER BY term, first ON CONFLICT ${LONGER_WINS};
    DROP TABLE ${stagedTable(collection)};
  `);
}
