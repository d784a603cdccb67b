import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { leafHash } from '#ledger';
import { makeForOwner } from '#owner-files';
import { SmallDatabase } from '#owner-files/sqlite';
import type { Row } from '#owner-files/sqlite';
import { entryOfRecord, recordOf } from '../access-record';
import type { NewAccessRecord } from '../access-record';
import type {
  AccessRecordQuery,
  AccessRecordStore,
  FoundRecord,
  KeptRecord,
} from '../access-record-store.port';
import { wordsOfRecord } from '../words-of-record';
import { GroupCommit } from './group-commit';
import { searchOf } from './search';

const BUSY_MS = 10_000;

/** `named` finds records by who looked, at whom, and whom it concerns, in the order of their numbers. */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS records (
    number INTEGER PRIMARY KEY, hash BLOB NOT NULL, id TEXT, at TEXT, entry TEXT
  ) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS records_by_id ON records (id) WHERE id IS NOT NULL;
  CREATE INDEX IF NOT EXISTS records_by_time ON records (at, number) WHERE at IS NOT NULL;
  CREATE TABLE IF NOT EXISTS named (
    word TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (word, number)
  ) STRICT, WITHOUT ROWID;
`;

/** @param now the time of recording; by default, this machine's */
export function openSqliteAccessRecords(
  path: string,
  now: () => Date = () => new Date(),
): AccessRecordStore {
  makeForOwner(path);
  const database = new DatabaseSync(path, { timeout: BUSY_MS });
  // Told means durable: FULL syncs the write-ahead log at every commit. What is dropped is overwritten.
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = FULL');
  database.exec('PRAGMA secure_delete = ON');
  database.exec(SCHEMA);
  return new SqliteAccessRecords(database, path, now);
}

/** Of dropped records in one transaction: what holds the thread for some milliseconds. */
const DROPPED_AT_ONCE = 1_000;

class SqliteAccessRecords extends SmallDatabase implements AccessRecordStore {
  readonly id: string;
  private readonly commits = new GroupCommit<NewAccessRecord>((records) => {
    this.write(records);
  });
  private readonly file: string;

  constructor(
    database: DatabaseSync,
    private readonly path: string,
    private readonly now: () => Date,
  ) {
    super(database);
    this.file = identityOf(path);
    this.run(`INSERT OR IGNORE INTO meta VALUES ('id', ?)`, randomBytes(6).toString('hex'));
    this.id = String(this.all(`SELECT value FROM meta WHERE name = 'id'`)[0]?.value);
  }

  add(records: readonly NewAccessRecord[]): Promise<void> {
    return this.commits.add(records);
  }

  slice(from: number, maxCount: number): Promise<readonly KeptRecord[]> {
    return this.answer(() =>
      this.all(
        'SELECT number, hash, entry FROM records WHERE number >= ? ORDER BY number LIMIT ?',
        from,
        maxCount,
      ).map(keptRecord),
    );
  }

  numberOf(id: string): Promise<number | undefined> {
    return this.answer(() => {
      const [row] = this.all('SELECT number FROM records WHERE id = ?', id);
      return row && Number(row.number);
    });
  }

  find(query: AccessRecordQuery): Promise<readonly FoundRecord[]> {
    return this.answer(() => {
      const found = searchOf(query).flatMap(({ sql, values }) => this.all(sql, ...values));
      const byNumber = new Map(found.map((row) => [Number(row.number), String(row.entry)]));
      const isUp = query.direction === 'ascending';
      return [...byNumber]
        .sort(([a], [b]) => (isUp ? a - b : b - a))
        .slice(0, query.limit)
        .map(([number, entry]) => ({ number, record: recordOf(entry) }));
    });
  }

  async dropBefore(at: string): Promise<number> {
    let dropped = 0;
    for (let count = -1; count !== 0; dropped += count) {
      count = await this.answer(() => this.dropSome(at));
      // Others have the thread between portions.
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    // Overwritten in the file, it is not to stay in the log beside it.
    if (dropped > 0) this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return dropped;
  }

  close(): Promise<void> {
    return this.answer(() => {
      this.commits.drain();
      this.database.close();
    });
  }

  private write(records: readonly NewAccessRecord[]): void {
    if (identityOf(this.path) !== this.file) {
      throw new Error(`${this.path} was removed while the service runs`);
    }
    this.atOnce(() => {
      const [last] = this.all('SELECT number, at FROM records ORDER BY number DESC LIMIT 1');
      let number = last === undefined ? 0 : Number(last.number) + 1;
      // A clock that is set back must not make the time of recording run backwards.
      const at = [this.now().toISOString(), String(last?.at ?? '')].sort()[1] ?? '';
      for (const each of records) {
        const record = { ...each, at };
        const entry = entryOfRecord(record);
        this.run(
          'INSERT INTO records (number, hash, id, at, entry) VALUES (?, ?, ?, ?, ?)',
          number,
          leafHash(entry),
          record.id,
          at,
          entry,
        );
        for (const word of wordsOfRecord(record)) {
          this.run('INSERT OR IGNORE INTO named (word, number) VALUES (?, ?)', word, number);
        }
        number += 1;
      }
    });
  }

  private dropSome(before: string): number {
    return this.atOnce(() => {
      const old = this.all(
        'SELECT number, entry FROM records WHERE at < ? ORDER BY at, number LIMIT ?',
        before,
        DROPPED_AT_ONCE,
      );
      for (const { number, entry } of old) {
        for (const word of wordsOfRecord(recordOf(String(entry)))) {
          this.run('DELETE FROM named WHERE word = ? AND number = ?', word, Number(number));
        }
        this.run(
          'UPDATE records SET id = NULL, at = NULL, entry = NULL WHERE number = ?',
          Number(number),
        );
      }
      return old.length;
    });
  }
}

/** What is there is hashed anew: a hash beside a changed record would vouch for it. */
function keptRecord({ number, hash, entry }: Row): KeptRecord {
  const kept = { number: Number(number) };
  if (typeof entry !== 'string') return { ...kept, hash: Buffer.from(hash as Uint8Array) };
  return { ...kept, hash: leafHash(entry), entry };
}

function identityOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? '' : `${found.dev}:${found.ino}`;
}
