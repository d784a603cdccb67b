import type { Elapsed } from './elapsed';

/** When a feed is to say how far it has come. */
export class Heartbeat {
  private due = false;
  private waiting: Promise<void> = Promise.resolve();

  constructor(
    private readonly elapsed: Elapsed,
    private readonly everyMs: number,
    private readonly signal: AbortSignal,
  ) {
    this.restart();
  }

  get isDue(): boolean {
    return this.due;
  }

  get next(): Promise<void> {
    return this.waiting;
  }

  restart(): void {
    this.due = false;
    this.waiting = this.elapsed(this.everyMs, this.signal).then(() => {
      this.due = true;
    });
  }
}
