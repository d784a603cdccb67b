import type { NewEvent, RecordedEvent } from '../event';
import type { EventLog } from '../event-log.port';
import type { Position } from '../position';
import { appendPortions } from './append-portions';
import { CopiedEvents } from './copied-event';
import type { StreamNaming } from './copied-event';
import { isCopy, LogsDiffer } from './logs-differ';
import type { RecordingTime } from './recording-time';

export interface CopyOptions {
  /** As stored: not upcast. Nobody appends to it meanwhile. */
  readonly from: EventLog;
  /** As stored, too; opened with the clock of `time`. Empty, or the beginning of the copy. */
  readonly to: EventLog;
  readonly time: RecordingTime;
  /** Where the copy gives streams other names; without it they keep theirs. */
  readonly nameOf?: StreamNaming | undefined;
  /** Told how many events the copy holds by now. */
  readonly onProgress?: (copied: number) => void;
}

export interface CopyReport {
  /** Events that the copy held before. */
  readonly found: number;
  readonly copied: number;
  /** Of all, those that are in a stream of another name. */
  readonly renamed: number;
}

/**
 * Copies a log, event by event and in its order, with ids, revisions, metadata and times of recording as they are.
 * Events of a stream that takes another name keep all but their stream and revision.
 * May be interrupted at any point and run again: what is there already is compared and gone on from.
 *
 * @throws LogsDiffer when the target holds something else
 * @throws LogUnavailable
 */
export async function copyLog(options: CopyOptions): Promise<CopyReport> {
  const { from, to, time, nameOf, onProgress } = options;
  const events = new CopiedEvents(nameOf);
  const { same: found, after } = await commonBeginning({ original: from, copy: to, events });
  onProgress?.(found);
  let copied = 0;
  for await (const portion of appendPortions(asCopied(from.readAll({ after }), events))) {
    const [first] = portion;
    if (first === undefined) continue;
    time.set(first.recordedAt);
    const expected = first.revision === 0 ? 'no-stream' : first.revision - 1;
    await to.append(first.stream, expected, portion.map(asNew));
    copied += portion.length;
    onProgress?.(found + copied);
  }
  return { found, copied, renamed: events.renamed };
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
  { nameOf, onProgress }: Pick<CopyOptions, 'nameOf' | 'onProgress'> = {},
): Promise<number> {
  const events = new CopiedEvents(nameOf);
  const { same } = await commonBeginning({ original, copy, events, onProgress });
  const originals = await original.count();
  const copies = await copy.count();
  if (originals !== same || copies !== same) throw new LogsDiffer(same, undefined, undefined);
  return same;
}

interface Comparison {
  readonly original: EventLog;
  readonly copy: EventLog;
  readonly events: CopiedEvents;
  readonly onProgress?: ((compared: number) => void) | undefined;
}

/** @throws LogsDiffer when the copy holds anything but a beginning of the original */
async function commonBeginning({
  original,
  copy,
  events,
  onProgress,
}: Comparison): Promise<{ readonly same: number; readonly after: Position | 'start' }> {
  const originals = original.readAll()[Symbol.asyncIterator]();
  let after: Position | 'start' = 'start';
  let same = 0;
  try {
    for await (const copied of copy.readAll()) {
      const next = await originals.next();
      const expected = next.done === true ? undefined : await events.copied(next.value);
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

async function* asCopied(
  originals: AsyncIterable<RecordedEvent>,
  events: CopiedEvents,
): AsyncGenerator<RecordedEvent, void, undefined> {
  for await (const event of originals) yield await events.copied(event);
}

function asNew({ id, type, schemaVersion, data, metadata }: RecordedEvent): NewEvent {
  return { id, type, schemaVersion, data, metadata };
}
