import { DatabaseSync } from 'node:sqlite';
import { makeForOwner } from '#owner-files';
import { SmallDatabase } from '#owner-files/sqlite';
import type { Row } from '#owner-files/sqlite';
import { OWN_KEY, wrappedFor } from '../subject-key-store.port';
import type { WrappedKey } from '../crypto/master-keys';
import type {
  KeptKey,
  PendingErasure,
  StoredKey,
  SubjectKeyStore,
} from '../subject-key-store.port';

const BUSY_MS = 10_000;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS keys (
    id TEXT PRIMARY KEY, subject TEXT NOT NULL, master TEXT NOT NULL, bytes BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS keys_of_subject ON keys (subject, id);
  CREATE TABLE IF NOT EXISTS words (
    word TEXT NOT NULL, subject TEXT NOT NULL, PRIMARY KEY (word, subject)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS words_of_subject ON words (subject);
  CREATE TABLE IF NOT EXISTS erasures (
    command_id TEXT PRIMARY KEY, command TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS own_keys (
    name TEXT PRIMARY KEY, master TEXT NOT NULL, bytes BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

/**
 * What is deleted is overwritten, in the file at once (`secure_delete`); and there is no write-ahead log, in which it
 * would stay: the journal of a change is emptied when the change is durable.
 *
 * @param path of the file, or `:memory:`
 */
export function openSqliteSubjectKeys(path: string): SubjectKeyStore {
  if (path !== ':memory:') makeForOwner(path);
  const database = new DatabaseSync(path, { timeout: BUSY_MS });
  database.exec('PRAGMA journal_mode = TRUNCATE');
  database.exec('PRAGMA synchronous = EXTRA');
  database.exec('PRAGMA secure_delete = ON');
  database.exec(SCHEMA);
  return new SqliteSubjectKeys(database);
}

class SqliteSubjectKeys extends SmallDatabase implements SubjectKeyStore {
  keyOf(subject: string): Promise<StoredKey | undefined> {
    return this.answer(() => {
      const [row] = this.all('SELECT * FROM keys WHERE subject = ? ORDER BY id LIMIT 1', subject);
      return row && storedKey(row);
    });
  }

  keys(ids: readonly string[]): Promise<readonly StoredKey[]> {
    return this.answer(() =>
      ids.flatMap((id) => this.all('SELECT * FROM keys WHERE id = ?', id).map(storedKey)),
    );
  }

  keep({ key: { id, subject, wrapped }, isNew, words }: KeptKey): Promise<boolean> {
    return this.answer(() =>
      this.atOnce(() => {
        if (isNew) {
          this.run(
            'INSERT INTO keys (id, subject, master, bytes) VALUES (?, ?, ?, ?)',
            id,
            subject,
            wrapped.master,
            wrapped.bytes,
          );
        } else if (this.all('SELECT id FROM keys WHERE id = ?', id).length === 0) {
          return false;
        }
        for (const word of words) {
          this.run('INSERT OR IGNORE INTO words (word, subject) VALUES (?, ?)', word, subject);
        }
        return true;
      }),
    );
  }

  destroy(subject: string, { commandId, command }: PendingErasure): Promise<void> {
    return this.answer(() =>
      this.atOnce(() => {
        this.run('DELETE FROM keys WHERE subject = ?', subject);
        this.run('DELETE FROM words WHERE subject = ?', subject);
        this.run(
          'INSERT OR REPLACE INTO erasures (command_id, command) VALUES (?, ?)',
          commandId,
          command,
        );
      }),
    );
  }

  pending(): Promise<readonly PendingErasure[]> {
    return this.answer(() =>
      this.all('SELECT * FROM erasures ORDER BY command_id').map((row) => ({
        commandId: String(row.command_id),
        command: String(row.command),
      })),
    );
  }

  settle(commandId: string): Promise<void> {
    return this.answer(() => {
      this.run('DELETE FROM erasures WHERE command_id = ?', commandId);
    });
  }

  subjectsWith(words: readonly string[], after = '', limit: number): Promise<readonly string[]> {
    return this.answer(() => {
      const [first, ...others] = words;
      if (first === undefined) return [];
      const has = others.map(
        () => 'AND EXISTS (SELECT 1 FROM words o WHERE o.word = ? AND o.subject = w.subject)',
      );
      return this.all(
        `SELECT w.subject FROM words w WHERE w.word = ? AND w.subject > ? ${has.join(' ')}
         ORDER BY w.subject LIMIT ?`,
        first,
        after,
        ...others,
        limit,
      ).map((row) => String(row.subject));
    });
  }

  ownKey({ master, bytes }: WrappedKey): Promise<WrappedKey> {
    return this.answer(() => {
      this.run(
        'INSERT OR IGNORE INTO own_keys (name, master, bytes) VALUES (?, ?, ?)',
        OWN_KEY,
        master,
        bytes,
      );
      const [row] = this.all('SELECT * FROM own_keys WHERE name = ?', OWN_KEY);
      return row === undefined ? { master, bytes } : wrappedKey(row);
    });
  }

  rewrap(master: string, anew: (key: WrappedKey, about: string) => WrappedKey): Promise<number> {
    return this.answer(() =>
      this.atOnce(() => {
        const keys = this.all('SELECT * FROM keys WHERE master <> ?', master).map(storedKey);
        for (const key of keys) {
          const { bytes } = anew(key.wrapped, wrappedFor(key));
          this.run('UPDATE keys SET master = ?, bytes = ? WHERE id = ?', master, bytes, key.id);
        }
        const own = this.all('SELECT * FROM own_keys WHERE master <> ?', master);
        for (const row of own) {
          const name = String(row.name);
          const { bytes } = anew(wrappedKey(row), name);
          this.run('UPDATE own_keys SET master = ?, bytes = ? WHERE name = ?', master, bytes, name);
        }
        return keys.length;
      }),
    );
  }

  close(): Promise<void> {
    return this.answer(() => {
      this.database.close();
    });
  }
}

function storedKey(row: Row): StoredKey {
  return { id: String(row.id), subject: String(row.subject), wrapped: wrappedKey(row) };
}

function wrappedKey(row: Row): WrappedKey {
  return { master: String(row.master), bytes: Buffer.from(row.bytes as Uint8Array) };
}
