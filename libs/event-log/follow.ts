import type { RecordedEvent } from './event';
import type { LogMessage } from './event-log.port';
import type { Position } from './position';
import type { WakeUps } from './wake-ups';

type Slice = readonly RecordedEvent[];

export interface FollowOptions {
  readonly after: Position | undefined;
  readonly signal: AbortSignal;
  readonly isClosed: () => boolean;
  /** The next slice; empty at the head. */
  readonly read: (after: Position | undefined) => Slice | Promise<Slice>;
  readonly wakeUps: WakeUps;
  /** The polling interval, for logs in which no process announces appends. */
  readonly pollEveryMs?: number;
}

/**
 * For adapters: reads on from a position for ever. Catching up and being live are the same act, reading the next slice, so
 * there is no seam between them where an event could fall through or come twice.
 */
export async function* follow(options: FollowOptions): AsyncGenerator<LogMessage, void, undefined> {
  const { signal, isClosed, read, wakeUps, pollEveryMs } = options;
  const ended = () => signal.aborted || isClosed();
  let position = options.after;
  let announced: 'nothing' | 'head' | 'position' = 'nothing';
  while (!ended()) {
    const count = wakeUps.count;
    const slice = await read(position);
    if (ended()) return;
    if (slice.length === 0) {
      if (announced !== 'head') {
        announced = 'head';
        yield position === undefined ? { kind: 'caughtUp' } : { kind: 'caughtUp', position };
      }
      await wakeUps.after(count, signal, pollEveryMs);
      continue;
    }
    if (announced === 'position' && position !== undefined) yield { kind: 'checkpoint', position };
    for (const event of slice) {
      if (ended()) return;
      yield { kind: 'event', event };
      position = event.position;
    }
    announced = 'position';
  }
}
