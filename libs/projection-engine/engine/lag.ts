import { toPosition } from '#event-log';
import type { EventLog } from '#event-log';
import type { Checkpoint } from '#read-models';

export interface Lag {
  readonly eventsBehind: number;
  readonly secondsBehind: number;
}

const NONE: Lag = { eventsBehind: 0, secondsBehind: 0 };

export type LagOf = (checkpoint: Checkpoint | undefined) => Promise<Lag>;

/**
 * The lag of checkpoints behind the log. A checkpoint holds the number of events before it, so
 * only the log after the furthest one is counted: a store that counts by reading need not read
 * its whole history for one version being built. Most projections are at the same event: each
 * position is computed once.
 */
export function lagsBehind(
  log: EventLog,
  now: Date,
  checkpoints: readonly (Checkpoint | undefined)[],
): LagOf {
  const head = log.head();
  // Requested only where a projection is behind; a failure surfaces there.
  head.catch(() => undefined);
  let total: Promise<number> | undefined;
  const lags = new Map<bigint | 'start', Promise<Lag>>();
  return (checkpoint) => {
    const position = checkpoint?.position ?? 'start';
    const lag = lags.get(position) ?? lagBehind(checkpoint);
    lags.set(position, lag);
    return lag;
  };

  async function lagBehind(checkpoint: Checkpoint | undefined): Promise<Lag> {
    const last = await head;
    if (last === undefined || (checkpoint?.position ?? -1n) >= last) return NONE;
    const [next] = await log.readAllSlice({ after: placeOf(checkpoint), maxCount: 1 });
    const waitedMs = next === undefined ? 0 : now.getTime() - Date.parse(next.recordedAt);
    total ??= recorded();
    return {
      eventsBehind: Math.max(0, (await total) - (checkpoint?.events ?? 0)),
      secondsBehind: Math.max(0, waitedMs / 1000),
    };
  }

  async function recorded(): Promise<number> {
    const furthest = checkpoints.reduce<Checkpoint | undefined>(
      (last, next) => ((next?.position ?? -1n) > (last?.position ?? -1n) ? next : last),
      undefined,
    );
    return (furthest?.events ?? 0) + (await log.count({ after: placeOf(furthest) }));
  }
}

function placeOf(checkpoint: Checkpoint | undefined) {
  return checkpoint === undefined ? 'start' : toPosition(checkpoint.position);
}
