import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { LogUnavailable } from '../errors';
import type { AppendReceipt } from '../event-log.port';
import { applyAppend, type Append } from './append-transaction';
import { EventWrites } from './event-writes';
import { failureWords } from './failure-words';
import { FileIdentity } from './file-identity';
import { StreamHeads } from './stream-heads';

/** Appends per transaction: beyond this a larger group saves little and holds up everything else. */
const MAX_GROUP = 256;
/** Bytes, half of what is written on trial. */
const TRIAL = 32_768;

interface Waiting {
  readonly append: Append;
  readonly settle: PromiseWithResolvers<AppendReceipt>;
}

export interface GroupCommitOptions {
  readonly db: DatabaseSync;
  readonly clock: () => Date;
  readonly path: string;
  /** Runs after each commit, before the appends are acknowledged; `idle` when no append is waiting. */
  readonly onCommit: (idle: boolean) => void;
}

/**
 * Commits the appends that wait at the same time as one transaction, in the order of arrival: the disk is synced
 * once for all of them. They learn their fate, refusals too, only after the commit.
 */
export class GroupCommit {
  readonly heads: StreamHeads;
  readonly #db: DatabaseSync;
  readonly #clock: () => Date;
  readonly #onCommit: (idle: boolean) => void;
  readonly #path: string;
  readonly #file: FileIdentity;
  readonly #writes: EventWrites;
  readonly #begin: StatementSync;
  readonly #commit: StatementSync;
  #waiting: Waiting[] = [];
  #scheduled = false;
  #lastPosition: number;
  #lastRecordedAt: string;
  #commits = 0;
  #hasFailed = false;

  constructor({ db, clock, path, onCommit }: GroupCommitOptions) {
    this.#db = db;
    this.#path = path;
    this.#file = new FileIdentity(path);
    this.#clock = clock;
    this.#onCommit = onCommit;
    this.#writes = new EventWrites(db);
    this.heads = new StreamHeads((stream) => this.#writes.lastRevision(stream));
    this.#begin = db.prepare('BEGIN IMMEDIATE');
    this.#commit = db.prepare('COMMIT');
    const last = this.#writes.last();
    this.#lastPosition = last.position;
    this.#lastRecordedAt = last.recordedAt;
  }

  /** 0 while there is no event. */
  get lastPosition(): number {
    return this.#lastPosition;
  }

  /** Transactions committed since the opening. */
  get commits(): number {
    return this.#commits;
  }

  append(append: Append): Promise<AppendReceipt> {
    const settle = Promise.withResolvers<AppendReceipt>();
    this.#waiting.push({ append, settle });
    this.#schedule();
    return settle.promise;
  }

  /** Commits everything that waits, now. */
  drain(): void {
    while (this.#waiting.length > 0) this.#commitGroup();
  }

  // Not a microtask: appends of all requests that are ready in this turn of the event loop should share a commit.
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      if (this.#waiting.length > 0) this.#commitGroup();
      if (this.#waiting.length > 0) this.#schedule();
    });
  }

  #commitGroup(): void {
    const group = this.#waiting.slice(0, MAX_GROUP);
    this.#waiting = this.#waiting.slice(MAX_GROUP);
    let outcomes: ReturnType<typeof applyAppend>[];
    try {
      outcomes = this.#transact(group);
    } catch (error) {
      for (const { settle } of group) settle.reject(error);
      return;
    }
    this.#onCommit(this.#waiting.length === 0);
    for (const [index, { settle }] of group.entries()) {
      const outcome = outcomes[index];
      if (outcome instanceof Error) settle.reject(outcome);
      else if (outcome !== undefined) settle.resolve(outcome);
    }
  }

  /** @throws LogUnavailable when nothing of the group is stored, or it is not known whether it is */
  #transact(group: readonly Waiting[]): ReturnType<typeof applyAppend>[] {
    let committing = false;
    try {
      this.#file.check();
      const recordedAt = this.#recordedAt();
      const progress = { lastPosition: this.#lastPosition, recordedAt };
      this.#begin.run();
      const outcomes = group.map(({ append }) =>
        applyAppend(append, this.#writes, this.heads, progress),
      );
      committing = true;
      this.#commit.run();
      if (progress.lastPosition > this.#lastPosition) this.#commits += 1;
      this.#lastPosition = progress.lastPosition;
      this.#lastRecordedAt = recordedAt;
      this.#hasFailed = false;
      return outcomes;
    } catch (error) {
      this.#hasFailed = true;
      this.heads.forget();
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      if (error instanceof LogUnavailable) throw error;
      throw new LogUnavailable(
        failureWords('Writing', this.#path, error),
        committing ? 'unknown' : 'not-stored',
        {
          cause: error,
        },
      );
    }
  }

  /**
   * Whether what stopped the last append has passed: tried by writing about as much, and taking it away again. While
   * appends succeed, the file is only looked for.
   *
   * @throws LogUnavailable
   */
  checkHealth(): void {
    this.#file.check();
    if (!this.#hasFailed) return;
    try {
      this.#db.prepare("INSERT OR REPLACE INTO meta VALUES ('trial', hex(zeroblob(?)))").run(TRIAL);
      this.#db.exec("DELETE FROM meta WHERE key = 'trial'");
    } catch (error) {
      throw new LogUnavailable(failureWords('Writing', this.#path, error), 'not-stored', {
        cause: error,
      });
    }
    this.#hasFailed = false;
  }

  /** A clock that is set back must not make the log's time run backwards. */
  #recordedAt(): string {
    const now = this.#clock().toISOString();
    return now > this.#lastRecordedAt ? now : this.#lastRecordedAt;
  }
}
