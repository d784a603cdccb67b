import type { RecordedEvent, StreamId } from './event';
import type { EventLog, ReadAllOptions, ReadStreamOptions } from './event-log.port';

const SLICE = 512;

/** For adapters: {@link EventLog.readStream} over slices. */
export async function* readStreamBySlices(
  log: Pick<EventLog, 'readStreamSlice'>,
  stream: StreamId,
  options: ReadStreamOptions = {},
): AsyncGenerator<RecordedEvent, void, undefined> {
  const { direction = 'forwards', signal } = options;
  const step = direction === 'forwards' ? 1 : -1;
  let from = options.fromRevision ?? (direction === 'forwards' ? 0 : 'end');
  let left = options.maxCount ?? Infinity;
  while (left > 0) {
    signal?.throwIfAborted();
    const slice = await log.readStreamSlice(stream, from, {
      direction,
      maxCount: Math.min(left, SLICE),
    });
    const last = slice.at(-1);
    if (last === undefined) return;
    for (const event of slice) {
      signal?.throwIfAborted();
      yield event;
    }
    from = last.revision + step;
    if (from < 0) return;
    left -= slice.length;
  }
}

/** For adapters: {@link EventLog.readAll} over slices. */
export async function* readAllBySlices(
  log: Pick<EventLog, 'readAllSlice'>,
  options: ReadAllOptions = {},
): AsyncGenerator<RecordedEvent, void, undefined> {
  const { direction = 'forwards', signal } = options;
  let { after = 'start', before = 'end' } = options;
  let left = options.maxCount ?? Infinity;
  while (left > 0) {
    signal?.throwIfAborted();
    const slice = await log.readAllSlice({
      after,
      before,
      direction,
      maxCount: Math.min(left, SLICE),
    });
    const last = slice.at(-1);
    if (last === undefined) return;
    for (const event of slice) {
      signal?.throwIfAborted();
      yield event;
    }
    if (direction === 'forwards') after = last.position;
    else before = last.position;
    left -= slice.length;
  }
}
