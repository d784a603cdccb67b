import type { NewEvent, RecordedEvent } from '../event';
import type { EventLog } from '../event-log.port';
import type { Position } from '../position';
import { appendPortions } from './append-portions';
import { isCopy, LogsDiffer } from './logs-differ';
import type { RecordingTime } from './recording-time';

export interface CopyOptions {
  /** As stored: not upcast. Nobody appends to it meanwhile. */
  readonly from: EventLog;
  /** As stored, too; opened with the clock of `time`. Empty, or the beginning of the copy. */
  readonly to: EventLog;
  readonly time: RecordingTime;
  /** Told how many events the copy holds by now. */
  readonly onProgress?: (copied: number) => void;
}

export interface CopyReport {
  /** Events that the copy held before. */
  readonly found: number;
  readonly copied: number;
}

/**
 * Copies a log, event by event and in its order, with ids, revisions, metadata and times of recording as they are.
 * May be interrupted at any point and run again: what is there already is compared and gone on from.
 *
 * @throws LogsDiffer when the target holds something else
 * @throws LogUnavailable
 */
export async function copyLog({ from, to, time, onProgress }: CopyOptions): Promise<CopyReport> {
  const { same: found, after } = await commonBeginning(from, to);
  onProgress?.(found);
  let copied = 0;
  for await (const portion of appendPortions(from.readAll({ after }))) {
    const [first] = portion;
    if (first === undefined) continue;
    time.set(first.recordedAt);
    const expected = first.revision === 0 ? 'no-stream' : first.revision - 1;
    await to.append(first.stream, expected, portion.map(asNew));
    copied += portion.length;
    onProgress?.(found + copied);
  }
  return { found, copied };
}

/**
 * Compares two logs to their ends, in everything but positions.
 *
 * @returns how many events each of them holds
 * @throws LogsDiffer at the first difference
 */
export async function compareLogs(
  original: EventLog,
  copy: EventLog,
  onProgress?: (compared: number) => void,
): Promise<number> {
  const { same } = await commonBeginning(original, copy, onProgress);
  const originals = await original.count();
  const copies = await copy.count();
  if (originals !== same || copies !== same) throw new LogsDiffer(same, undefined, undefined);
  return same;
}

/** @throws LogsDiffer when the copy holds anything but a beginning of the original */
async function commonBeginning(
  original: EventLog,
  copy: EventLog,
  onProgress?: (compared: number) => void,
): Promise<{ readonly same: number; readonly after: Position | 'start' }> {
  const originals = original.readAll()[Symbol.asyncIterator]();
  let after: Position | 'start' = 'start';
  let same = 0;
  try {
    for await (const copied of copy.readAll()) {
      const next = await originals.next();
      const expected = next.done === true ? undefined : next.value;
      if (expected === undefined || !isCopy(expected, copied)) {
        throw new LogsDiffer(same, expected, copied);
      }
      after = expected.position;
      same += 1;
      onProgress?.(same);
    }
  } finally {
    await originals.return?.();
  }
  return { same, after };
}

function asNew({ id, type, schemaVersion, data, metadata }: RecordedEvent): NewEvent {
  return { id, type, schemaVersion, data, metadata };
}
