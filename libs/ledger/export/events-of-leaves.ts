import type { EventLog, Position, RecordedEvent } from '#event-log';

/** Where the events of leaves are. */
interface Places {
  readonly log: Pick<EventLog, 'readAllSlice'>;
  /** Nothing for a leaf that is not kept. */
  readonly positionOf: (index: number) => Promise<Position | undefined>;
}

/** Events read at once. */
const PORTION = 512;

/**
 * The events of the leaves from `from` up to `to`, exclusive, as they are stored: all that the log has where they were, so
 * that of a log that was changed each portion is told as it is, and the next one begins where it should. Behind the last
 * leaf that is kept, the log goes on with what was not signed: there, no more than were asked for.
 */
export async function* eventsOfLeaves(
  { log, positionOf }: Places,
  from: number,
  to: number,
): AsyncGenerator<readonly RecordedEvent[], undefined, undefined> {
  const start = from === 0 ? 'start' : await positionOf(from - 1);
  if (start === undefined) return;
  const before = await positionOf(to);
  let after: Position | 'start' = start;
  for (let left = to - from; ;) {
    const maxCount = before === undefined ? Math.min(PORTION, left) : PORTION;
    if (maxCount <= 0) return;
    const events: readonly RecordedEvent[] = await log.readAllSlice({
      after,
      ...(before !== undefined && { before }),
      maxCount,
    });
    if (events.length === 0) return;
    yield events;
    left -= events.length;
    after = events.at(-1)?.position ?? after;
  }
}
