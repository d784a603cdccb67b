import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { passing } from './passing-failures';

const MAX_STATEMENTS = 400;

/** "4gdv": what `file` and we recognise our views by, so that no other database is ever taken for one. */
const APPLICATION_ID = 0x34676476;
const LAYOUT = 1;

/**
 * `synchronous=NORMAL`: in WAL a killed process loses nothing it committed, and a power loss takes at most the last
 * commits, each with its documents and checkpoint together, so the projections replay them. The log, not this file, is
 * what acknowledgements rest on. The cache holds the upper levels of every index. The WAL is folded in after
 * every 4 MiB: whoever commits then waits for it, and with him everybody, for 30 ms where 32 MiB took 200.
 */
const PRAGMAS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA wal_autocheckpoint = 1024;
  PRAGMA journal_size_limit = 67108864;
  PRAGMA cache_size = -32768;
  PRAGMA busy_timeout = 5000;
`;

const CONTROL_TABLES = `
  CREATE TABLE IF NOT EXISTS collections (
    name TEXT NOT NULL, version INTEGER NOT NULL, definition TEXT NOT NULL, PRIMARY KEY (name, version)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS deferred_indexes (
    collection TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (collection, name)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS aliases (name TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS leases (
    projection TEXT PRIMARY KEY, holder TEXT, epoch INTEGER NOT NULL, expires_at REAL NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS checkpoints (
    projection TEXT PRIMARY KEY, position INTEGER NOT NULL, recorded_at TEXT, events INTEGER
  ) WITHOUT ROWID;
`;

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** One connection. Every call is synchronous, so whatever runs between two awaits sees one state of the file. */
export class Database {
  readonly #connection: DatabaseSync;
  readonly #statements = {
    numbers: new Map<string, StatementSync>(),
    bigInts: new Map<string, StatementSync>(),
  };

  constructor(private readonly path: string) {
    this.#connection = new DatabaseSync(path);
    try {
      this.#refuseForeignFile(path);
      this.#connection.exec(PRAGMAS);
      this.transaction(() => {
        this.exec(
          `${CONTROL_TABLES}; PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${LAYOUT};`,
        );
      });
    } catch (error) {
      this.#connection.close();
      throw error;
    }
  }

  #refuseForeignFile(path: string): void {
    const pragma = (name: string): unknown =>
      this.#connection.prepare(`PRAGMA ${name}`).get()?.[name];
    const isNew =
      this.#connection.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
    if (
      isNew ||
      (pragma('application_id') === APPLICATION_ID && pragma('user_version') === LAYOUT)
    ) {
      return;
    }
    throw new Error(
      `${path} does not hold read models of this version; if it holds older ones, delete it and they are rebuilt`,
    );
  }

  /** A cached statement. With `bigInts` every integer it reads is a bigint. */
  statement(sql: string, bigInts = false): StatementSync {
    const statements = bigInts ? this.#statements.bigInts : this.#statements.numbers;
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#connection.prepare(sql);
    statement.setReadBigInts(bigInts);
    const oldest = statements.keys().next();
    if (statements.size >= MAX_STATEMENTS && oldest.done !== true) statements.delete(oldest.value);
    statements.set(sql, statement);
    return statement;
  }

  /** How many rows a statement changed. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.statement(sql).run(...values).changes);
  }

  exec(sql: string): void {
    this.#connection.exec(sql);
  }

  /**
   * IMMEDIATE, so that what was checked inside cannot change before it is written.
   * @throws {ReadModelsUnavailable} when the disk, not the work, is why nothing was written
   */
  transaction<T>(work: () => T): T {
    try {
      this.#connection.exec('BEGIN IMMEDIATE');
      const result = work();
      this.#connection.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#connection.isTransaction) this.#connection.exec('ROLLBACK');
      throw passing(error, this.path);
    }
  }

  close(): void {
    if (this.#connection.isOpen) this.#connection.close();
  }
}
