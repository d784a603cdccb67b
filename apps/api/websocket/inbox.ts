import { setImmediate as otherWork } from 'node:timers/promises';
import type { WebSocket } from 'ws';

/**
 * What a client sends, one message after the other: the next is read from the network when this one is taken, so that
 * nobody can make others wait by sending much.
 */
export class Inbox {
  private readonly waiting: string[] = [];
  private isWorking = false;

  constructor(
    private readonly socket: Pick<WebSocket, 'pause' | 'resume'>,
    private readonly take: (text: string) => Promise<void>,
  ) {}

  push(text: string): void {
    this.waiting.push(text);
    if (this.isWorking) return;
    this.isWorking = true;
    this.socket.pause();
    void this.work();
  }

  /** What was sent already is not looked at any more. */
  close(): void {
    this.waiting.length = 0;
  }

  private async work(): Promise<void> {
    for (let text = this.waiting.shift(); text !== undefined; text = this.waiting.shift()) {
      await this.take(text);
      await otherWork();
    }
    this.isWorking = false;
    this.socket.resume();
  }
}
