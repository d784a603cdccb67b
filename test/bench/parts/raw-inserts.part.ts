import { copyFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue } from 'node:sqlite';
import { removeDatabase } from '../synthetic/remove-database';
import type { Round } from './part';
import { servePart } from './serve-part';

export interface RawInsertsRequest {
  /** A log with the events to insert. */
  readonly from: string;
  /** Only what lies behind this position. */
  readonly after: number;
  /** The log as it was before them; left as it is. */
  readonly base: string;
  /** Default 100. */
  readonly perCommit?: number;
}

export interface RawInserts extends Round {
  readonly bytes: number;
}

const GROUP = 100;
const PAGES_BEFORE_CHECKPOINT = 4_096;

/** The floor of everything that records: the same bytes into the same table, committed in groups. */
servePart(() => Promise.resolve({ ready: undefined, ask: insertAll }));

function insertAll({
  from,
  after,
  base,
  perCommit = GROUP,
}: RawInsertsRequest): Promise<RawInserts> {
  const rows = rowsOf(from, after);
  const target = `${base}.raw`;
  removeDatabase(target);
  copyFileSync(base, target);
  const db = new DatabaseSync(target);
  try {
    // As the log sets them; its checkpoints come at the same size.
    db.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768;
       PRAGMA wal_autocheckpoint = ${PAGES_BEFORE_CHECKPOINT}`,
    );
    const begin = db.prepare('BEGIN IMMEDIATE');
    const insert = db.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
    const commit = db.prepare('COMMIT');
    const start = performance.now();
    for (let first = 0; first < rows.length; first += perCommit) {
      begin.run();
      for (const row of rows.slice(first, first + perCommit)) insert.run(...row);
      commit.run();
    }
    const seconds = (performance.now() - start) / 1000;
    return Promise.resolve({ units: rows.length, seconds, bytes: bytesOf(rows) });
  } finally {
    db.close();
    removeDatabase(target);
  }
}

type Row = readonly SQLInputValue[];

function rowsOf(path: string, after: number): readonly Row[] {
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    const select = db.prepare('SELECT * FROM event WHERE position > ? ORDER BY position');
    select.setReturnArrays(true);
    // The driver types every row as an object, also when it returns arrays.
    return select.all(after) as unknown as Row[];
  } finally {
    db.close();
  }
}

function bytesOf(rows: readonly Row[]): number {
  const values = rows.flat();
  return values.reduce<number>(
    (sum, value) => sum + (typeof value === 'string' ? Buffer.byteLength(value) : 8),
    0,
  );
}
