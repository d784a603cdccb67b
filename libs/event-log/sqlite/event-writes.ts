import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { StoredAt } from '../errors';
import type { EventId, StreamId } from '../event';
import { toPosition } from '../position';
import type { SerialisedEvent } from '../serialise-append';

export interface StoredHeader {
  readonly id: EventId;
  readonly position: number;
  readonly recordedAt: string;
}

/** The statements that an append needs. */
export class EventWrites {
  readonly #insert: StatementSync;
  readonly #removeFrom: StatementSync;
  readonly #last: StatementSync;
  readonly #lastRevision: StatementSync;
  readonly #headers: StatementSync;
  readonly #byId: StatementSync;

  constructor(db: DatabaseSync) {
    this.#insert = db.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#removeFrom = db.prepare('DELETE FROM event WHERE position >= ?');
    this.#last = db.prepare(
      'SELECT position, recorded_at FROM event ORDER BY position DESC LIMIT 1',
    );
    this.#lastRevision = db.prepare('SELECT max(revision) AS revision FROM event WHERE stream = ?');
    this.#headers = db.prepare(
      'SELECT id, position, recorded_at FROM event WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?',
    );
    this.#byId = db.prepare(
      "SELECT stream, revision, position FROM event WHERE unhex(id, '-') = unhex(?, '-')",
    );
  }

  insert(
    position: number,
    stream: StreamId,
    revision: number,
    recordedAt: string,
    event: SerialisedEvent,
  ): void {
    this.#insert.run(
      position,
      stream,
      revision,
      event.id,
      event.type,
      event.schemaVersion,
      recordedAt,
      event.data,
      event.metadata,
    );
  }

  /** Only ever of the transaction under way: what is committed stays. */
  removeFrom(position: number): void {
    this.#removeFrom.run(position);
  }

  last(): { readonly position: number; readonly recordedAt: string } {
    const row = this.#last.get();
    return row === undefined
      ? { position: 0, recordedAt: '' }
      : { position: Number(row.position), recordedAt: String(row.recorded_at) };
  }

  /** -1 for a stream that does not exist. */
  lastRevision(stream: StreamId): number {
    const revision = this.#lastRevision.get(stream)?.revision;
    return typeof revision === 'number' ? revision : -1;
  }

  headers(stream: StreamId, fromRevision: number, count: number): readonly StoredHeader[] {
    return this.#headers.all(stream, fromRevision, count).map((row) => ({
      id: String(row.id),
      position: Number(row.position),
      recordedAt: String(row.recorded_at),
    }));
  }

  find(id: EventId): StoredAt | undefined {
    const row = this.#byId.get(id);
    if (row === undefined) return undefined;
    return {
      stream: String(row.stream),
      revision: Number(row.revision),
      position: toPosition(BigInt(Number(row.position))),
    };
  }
}
