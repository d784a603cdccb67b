import type { DatabaseSync } from 'node:sqlite';

type Value = string | number | null | Uint8Array;

/** A row of any table, by the names of its columns. */
export type Row = Readonly<Record<string, Value | bigint>>;

/** A database that is asked little: whose statements need not be kept, and whose answers are not waited for. */
export abstract class SmallDatabase {
  constructor(protected readonly database: DatabaseSync) {}

  protected all(sql: string, ...values: readonly (string | number)[]): readonly Row[] {
    return this.database.prepare(sql).all(...values);
  }

  protected run(sql: string, ...values: readonly (string | number | Uint8Array)[]): void {
    this.database.prepare(sql).run(...values);
  }

  /** All of it or nothing. */
  protected atOnce<T>(work: () => T): T {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.database.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
      throw error;
    }
  }

  /** As a promise, also of what fails. */
  protected answer<T>(work: () => T): Promise<T> {
    return new Promise((resolve) => {
      resolve(work());
    });
  }
}
