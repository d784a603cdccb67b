import { DuplicateEventId, LogUnavailable, WrongExpectedRevision } from '../errors';
import type { StreamId } from '../event';
import type { AppendReceipt, ExpectedRevision } from '../event-log.port';
import { toPosition } from '../position';
import type { SerialisedEvent } from '../serialise-append';
import type { EventWrites } from './event-writes';
import { isSqliteError, SQLITE_CONSTRAINT_UNIQUE } from './sqlite-codes';
import type { StreamHeads } from './stream-heads';

export interface Append {
  readonly stream: StreamId;
  readonly expected: ExpectedRevision;
  readonly events: readonly SerialisedEvent[];
}

/** What holds for one transaction; `lastPosition` moves as appends are let in. */
export interface Progress {
  lastPosition: number;
  readonly recordedAt: string;
}

/**
 * Lets one append into the transaction under way, or refuses it and leaves no trace of it, so that the others of
 * the group go on. Anything else thrown means that the whole transaction has failed.
 */
export function applyAppend(
  append: Append,
  writes: EventWrites,
  heads: StreamHeads,
  progress: Progress,
): AppendReceipt | WrongExpectedRevision | DuplicateEventId {
  const { stream, expected, events } = append;
  const head = heads.revisionOf(stream);
  const before = expected === 'no-stream' ? -1 : expected;
  if (before !== head) {
    return (
      repeatedAppend(append, before, writes) ??
      new WrongExpectedRevision(stream, expected, head === -1 ? 'no-stream' : head)
    );
  }
  const start = progress.lastPosition;
  for (const [index, event] of events.entries()) {
    try {
      writes.insert(start + 1 + index, stream, head + 1 + index, progress.recordedAt, event);
    } catch (error) {
      if (!isSqliteError(error, SQLITE_CONSTRAINT_UNIQUE)) throw error;
      writes.removeFrom(start + 1);
      const storedAt = writes.find(event.id);
      if (storedAt !== undefined) return new DuplicateEventId(event.id, storedAt);
      throw new LogUnavailable(
        `The file was changed by another writer at ${stream} ${head}`,
        'not-stored',
        {
          cause: error,
        },
      );
    }
  }
  progress.lastPosition = start + events.length;
  heads.set(stream, head + events.length);
  return {
    stream,
    firstRevision: head + 1,
    lastRevision: head + events.length,
    position: toPosition(BigInt(progress.lastPosition)),
    recordedAt: progress.recordedAt,
    duplicate: false,
  };
}

function repeatedAppend(
  append: Append,
  before: number,
  writes: EventWrites,
): AppendReceipt | undefined {
  const { stream, events } = append;
  const stored = writes.headers(stream, before + 1, events.length);
  const last = stored.at(-1);
  const same =
    stored.length === events.length &&
    events.every((event, index) => event.id === stored[index]?.id);
  if (!same || last === undefined) return undefined;
  return {
    stream,
    firstRevision: before + 1,
    lastRevision: before + events.length,
    position: toPosition(BigInt(last.position)),
    recordedAt: last.recordedAt,
    duplicate: true,
  };
}
