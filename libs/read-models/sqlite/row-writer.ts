import type { Database } from './database';
import type { SqlValue } from './layout';

/** Values per statement: beyond this, longer statements gain nothing. */
const VALUES_PER_STATEMENT = 96;

/**
 * Inserts many rows through few statements. Rows whose key is taken are left out, unless it is said otherwise;
 * {@link written} tells.
 */
export class RowWriter {
  readonly #rows: number;
  readonly #width: number;
  readonly #oneRow: string;
  readonly #fullStatement: string;
  #pending: (SqlValue | Uint8Array | null)[] = [];
  #written = 0;

  constructor(
    private readonly database: Database,
    table: string,
    width: number,
    onConflict = 'DO NOTHING',
  ) {
    this.#width = width;
    this.#rows = Math.max(1, Math.floor(VALUES_PER_STATEMENT / width));
    const row = `(${Array<string>(width).fill('?').join(', ')})`;
    const insert = (rows: number): string =>
      `INSERT INTO ${table} VALUES ${Array<string>(rows).fill(row).join(', ')} ON CONFLICT ${onConflict}`;
    this.#oneRow = insert(1);
    this.#fullStatement = insert(this.#rows);
  }

  /** Rows that were really inserted, after {@link flush}. */
  get written(): number {
    return this.#written;
  }

  add(row: readonly (SqlValue | Uint8Array | null)[]): void {
    for (const value of row) this.#pending.push(value);
    if (this.#pending.length < this.#rows * this.#width) return;
    this.#written += this.database.run(this.#fullStatement, ...this.#pending);
    this.#pending = [];
  }

  flush(): void {
    for (let at = 0; at < this.#pending.length; at += this.#width) {
      this.#written += this.database.run(
        this.#oneRow,
        ...this.#pending.slice(at, at + this.#width),
      );
    }
    this.#pending = [];
  }
}
