import { setTimeout as elapsed } from 'node:timers/promises';
import { OperationFailed } from '../../../apps/api/testing/subscriber';
import type { Place, Reading } from './readings';

/** Between two attempts to reach a service that is away. */
const TRY_AGAIN_MS = 50;

/** What a connection ends with when the service behind it is killed, or goes. */
const LOST = /fetch failed|terminated|socket hang up|ECONNRE|other side closed|Socket closed/;

/** Codes of a socket that is closed: without a word, and by a service that restarts. */
const ABNORMAL = 1006;
const RESTARTS = 1012;

/** A program that keeps its cursor with what it has seen, and is killed again and again. */
export class KilledConsumer {
  readonly seen: string[] = [];

  constructor(
    private readonly read: Reading,
    private cursor: string,
  ) {}

  /**
   * Sees so many events, or all that there are, and is killed before it may see the next. Goes to another service
   * when the one it reads from goes.
   */
  async take(count: number, next: () => Omit<Place, 'after'>): Promise<void> {
    let left = count;
    while (left > 0) {
      try {
        for await (const message of this.read({ ...next(), after: this.cursor })) {
          this.cursor = message.cursor;
          if (message.event !== undefined) {
            this.seen.push(message.event);
            left -= 1;
          }
          if (message.caughtUp === true || left === 0) return;
        }
      } catch (error) {
        if (!isLost(error)) throw error;
      }
      await elapsed(TRY_AGAIN_MS);
    }
  }
}

/** A failure as clients tell it: the error of a request with its cause, or the end of a socket as an event. */
interface Told {
  readonly message?: string;
  readonly cause?: Told;
  readonly error?: Told;
  readonly code?: number | string;
}

function isLost(error: unknown): boolean {
  if (error instanceof OperationFailed) return error.extensions.code === 'FEED_ENDED';
  const { message = '', cause, error: reason, code } = error as Told;
  if (code === ABNORMAL || code === RESTARTS) return true;
  return LOST.test([message, cause?.message, cause?.code, reason?.message, reason?.code].join(' '));
}
