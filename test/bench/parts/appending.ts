import type { NewEvent } from '#event-log';
import { inParallel } from '../in-parallel';
import { logEventOf } from '../synthetic/log-events';
import type { Round } from './part';

export interface AppendsRequest {
  /** Makes the names of the round's streams its own. */
  readonly round: string;
  readonly appends: number;
  /** Streams, each with one append under way at a time. */
  readonly atATime: number;
}

/** Appends one event to one stream, right behind what it holds. */
export type AppendOne = (stream: string, revision: number, event: NewEvent) => Promise<unknown>;

/** Appends single events, so many at a time, each stream in order. */
export async function timedAppends(
  { round, appends, atATime }: AppendsRequest,
  append: AppendOne,
): Promise<Round> {
  const each = Math.ceil(appends / atATime);
  const streams = Array.from({ length: atATime }, (_, index) => {
    const stream = `meeting-${round}-${index}`;
    const names = Array.from({ length: each }, (__, revision) => `${stream} ${revision}`);
    return { stream, events: names.map(logEventOf) };
  });
  const start = performance.now();
  await inParallel(streams, atATime, async ({ stream, events }) => {
    for (const [revision, event] of events.entries()) await append(stream, revision, event);
  });
  return { units: each * atATime, seconds: (performance.now() - start) / 1000 };
}
