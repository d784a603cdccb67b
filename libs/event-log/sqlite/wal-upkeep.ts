import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** Pages of the WAL worth copying as soon as nobody waits (4 MiB), and at the latest (16 MiB). */
const WHEN_IDLE = 1_024;
const AT_LATEST = 4_096;

/** Milliseconds without an append that count as idle. */
const IDLE = 50;

/**
 * Copies the WAL back into the database between commits. Left to SQLite it would happen inside a commit, and be
 * what the slowest appends wait for.
 */
export class WalUpkeep {
  readonly #size: StatementSync;
  readonly #checkpoint: StatementSync;
  #timer: NodeJS.Timeout | undefined;
  #soon: NodeJS.Immediate | undefined;

  constructor(db: DatabaseSync) {
    this.#size = db.prepare('PRAGMA wal_checkpoint(NOOP)');
    this.#checkpoint = db.prepare('PRAGMA wal_checkpoint(PASSIVE)');
  }

  afterCommit(idle: boolean): void {
    if (this.#soon !== undefined) return;
    const pages = this.#pages();
    if (pages >= AT_LATEST) {
      // Behind the acknowledgement of this commit.
      this.#soon = setImmediate(() => {
        this.#soon = undefined;
        this.#copy();
      });
    } else if (idle && pages >= WHEN_IDLE) {
      if (this.#timer === undefined) this.#timer = setTimeout(() => this.#copy(), IDLE).unref();
      else this.#timer.refresh();
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
    clearImmediate(this.#soon);
  }

  #pages(): number {
    const row = quietly(() => this.#size.get());
    return Number(row?.log ?? 0);
  }

  #copy(): void {
    quietly(() => this.#checkpoint.get());
  }
}

/**
 * Upkeep that fails loses nothing: the WAL stays, the next commit tries again, and a disk that is at its end is
 * reported by the appends themselves. It must not take down an append that is durable already.
 */
function quietly<T>(upkeep: () => T): T | undefined {
  try {
    return upkeep();
  } catch {
    return undefined;
  }
}
