import { toPosition } from '#event-log';
import type { EventLog } from '#event-log';
import type { Checkpoint } from '#read-models';

export interface Lag {
  readonly eventsBehind: number;
  readonly secondsBehind: number;
}

const NONE: Lag = { eventsBehind: 0, secondsBehind: 0 };

export type LagOf = (checkpoint: Checkpoint | undefined) => Promise<Lag>;

/** How far checkpoints are behind the log. Most projections stand at the same event: each is asked for once. */
export function lagsBehind(log: EventLog, now: Date): LagOf {
  const head = log.head();
  const lags = new Map<bigint | 'start', Promise<Lag>>();
  const lagAfter = async (position: bigint | 'start'): Promise<Lag> => {
    const last = await head;
    if (last === undefined || (position !== 'start' && position >= last)) return NONE;
    const after = position === 'start' ? position : toPosition(position);
    const [next] = await log.readAllSlice({ after, maxCount: 1 });
    const waitedMs = next === undefined ? 0 : now.getTime() - Date.parse(next.recordedAt);
    return {
      eventsBehind: await log.count({ after }),
      secondsBehind: Math.max(0, waitedMs / 1000),
    };
  };
  return (checkpoint) => {
    const position = checkpoint?.position ?? 'start';
    const lag = lags.get(position) ?? lagAfter(position);
    lags.set(position, lag);
    return lag;
  };
}
