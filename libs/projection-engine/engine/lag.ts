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
 * How far checkpoints are behind the log. A checkpoint says how many events lie before it, so the log is counted behind
 * the furthest of them only: a store that can count by reading alone is not made to read its whole history for one
 * version that is being built. Most projections stand at the same event: each is asked for once.
 */
export function lagsBehind(
  log: EventLog,
  now: Date,
  checkpoints: readonly (Checkpoint | undefined)[],
): LagOf {
  const head = log.head();
  // Asked for only where something is behind; that it fails is told there.
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
