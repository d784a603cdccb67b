import type { WebSocket } from 'ws';
import type { Elapsed } from '#feeds';
import { slowConsumer } from '../errors';
import { LIMITS } from '../limits';

const LATE = Symbol('Late');

/** What is sent to a client, which each sender waits for to be taken: no more is made than the client reads. */
export class Outbox {
  private taken = 0;
  private underWay = 0;
  private isLeft = false;
  private readonly over = new AbortController();

  constructor(
    private readonly socket: WebSocket,
    private readonly elapsed: Elapsed,
    /** Called when a client that was left has not taken its last messages either. */
    private readonly onGone: () => void,
  ) {}

  /** Whether the client has yet to take something. */
  get isBlocked(): boolean {
    return this.underWay > 0;
  }

  /** @throws ApiError `SLOW_CONSUMER` while the client is left: then only last messages are sent */
  requireTaken(): void {
    if (this.isLeft) throw tooSlow();
  }

  /** @throws ApiError `SLOW_CONSUMER` when the client has taken nothing at all for as long as is waited: it is left */
  async send(text: string): Promise<void> {
    if (this.socket.readyState !== this.socket.OPEN) return;
    const sent = Promise.withResolvers<void>();
    this.underWay += 1;
    this.socket.send(text, () => {
      this.underWay -= 1;
      this.taken += 1;
      this.isLeft = false;
      sent.resolve();
    });
    if (!this.isLeft && !this.isOver) await this.untilTaken(sent.promise);
  }

  /** A client that takes nothing holds up no service that stops, and one that is gone nobody. */
  waitNoMore(): void {
    this.over.abort();
  }

  private get isOver(): boolean {
    return this.over.signal.aborted;
  }

  private async untilTaken(sent: Promise<void>): Promise<void> {
    const enough = new AbortController();
    const signal = AbortSignal.any([enough.signal, this.over.signal]);
    try {
      for (let before = -1; before !== this.taken;) {
        before = this.taken;
        const late = this.elapsed(LIMITS.patienceMs, signal).then(() => LATE);
        if ((await Promise.race([sent, late])) !== LATE || this.isOver) return;
      }
    } finally {
      enough.abort();
    }
    this.leave();
    throw tooSlow();
  }

  /** Its last messages lie there for it for a while. */
  private leave(): void {
    if (this.isLeft) return;
    this.isLeft = true;
    const { taken } = this;
    void this.elapsed(LIMITS.patienceMs, this.over.signal).then(() => {
      if (this.taken === taken) this.onGone();
    });
  }
}

function tooSlow() {
  return slowConsumer(LIMITS.patienceMs / 1_000);
}
