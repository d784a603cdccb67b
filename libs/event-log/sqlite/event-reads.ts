import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { RecordedEvent, StreamId } from '../event';
import type {
  AllRange,
  Direction,
  ReadAllSliceOptions,
  ReadStreamSliceOptions,
} from '../event-log.port';
import { toPosition, type Position } from '../position';
import { EVENT_COLUMNS, eventOf, weightOf, type EventRow } from './event-row';

const LARGEST_POSITION = 2n ** 63n - 1n;

/** Rows fetched at once: what a slice may overshoot its weight by before it stops. */
const CHUNK = 256;

/** The statements that read events. */
export class EventReads {
  readonly #stream: Record<Direction, StatementSync>;
  readonly #all: Record<Direction, StatementSync>;
  readonly #at: StatementSync;
  readonly #head: StatementSync;

  constructor(db: DatabaseSync) {
    this.#stream = {
      forwards: prepareRows(db, 'stream = ? AND revision >= ? ORDER BY revision'),
      backwards: prepareRows(db, 'stream = ? AND revision <= ? ORDER BY revision DESC'),
    };
    this.#all = {
      forwards: prepareRows(db, 'position > ? AND position < ? ORDER BY position'),
      backwards: prepareRows(db, 'position > ? AND position < ? ORDER BY position DESC'),
    };
    this.#at = prepareRows(db, 'position = ?');
    this.#head = db.prepare('SELECT max(position) AS position FROM event');
  }

  head(): Position | undefined {
    const position = this.#head.get()?.position;
    return typeof position === 'number' ? toPosition(BigInt(position)) : undefined;
  }

  /** Without looking at the rows: positions have no gaps. */
  count({ after = 'start', before = 'end' }: Omit<AllRange, 'direction'> = {}): number {
    const first = after === 'start' ? 1n : after + 1n;
    const head = this.head() ?? 0n;
    const last = before === 'end' || before > head ? head : before - 1n;
    return last < first ? 0 : Number(last - first + 1n);
  }

  stream(
    stream: StreamId,
    fromRevision: number | 'end',
    { direction = 'forwards', maxCount = Infinity }: ReadStreamSliceOptions = {},
  ): readonly RecordedEvent[] {
    if (fromRevision === 'end' && direction === 'forwards') return [];
    const from = fromRevision === 'end' ? Number.MAX_SAFE_INTEGER : fromRevision;
    // SQLite takes a negative limit as none.
    const limit = Number.isFinite(maxCount) ? Math.max(0, maxCount) : -1;
    return rowsOf(this.#stream[direction], stream, from, limit).map(eventOf);
  }

  at(positions: readonly Position[]): readonly RecordedEvent[] {
    return positions.flatMap((position) => rowsOf(this.#at, position, 1).map(eventOf));
  }

  all({
    after = 'start',
    before = 'end',
    direction = 'forwards',
    maxCount = 512,
    maxBytes = 4_194_304,
  }: ReadAllSliceOptions = {}): readonly RecordedEvent[] {
    const events: RecordedEvent[] = [];
    let low: bigint = after === 'start' ? 0n : after;
    let high: bigint = before === 'end' ? LARGEST_POSITION : before;
    let weight = 0;
    while (events.length < maxCount) {
      const limit = Math.min(CHUNK, maxCount - events.length);
      const rows = rowsOf(this.#all[direction], low, high, limit);
      for (const row of rows) {
        weight += weightOf(row);
        if (weight > maxBytes && events.length > 0) return events;
        events.push(eventOf(row));
      }
      const last = events.at(-1);
      if (last === undefined || rows.length < limit) break;
      if (direction === 'forwards') low = last.position;
      else high = last.position;
    }
    return events;
  }
}

function prepareRows(db: DatabaseSync, where: string): StatementSync {
  const statement = db.prepare(`SELECT ${EVENT_COLUMNS} FROM event WHERE ${where} LIMIT ?`);
  statement.setReturnArrays(true);
  return statement;
}

function rowsOf(
  statement: StatementSync,
  ...bound: (string | number | bigint)[]
): readonly EventRow[] {
  // The driver types every row as an object, also when it returns arrays.
  return statement.all(...bound) as unknown as EventRow[];
}
