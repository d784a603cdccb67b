import { setTimeout as elapsed } from 'node:timers/promises';
import type { RunningService } from '../support';

/** A program of which there is always one: whoever asks where it is finds the latest. */
export class Replaceable {
  constructor(
    private service: RunningService,
    private readonly start: () => Promise<RunningService>,
  ) {}

  get url(): string {
    return this.service.url;
  }

  get pid(): number {
    return this.service.pid;
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    await this.service.kill();
  }

  /** By another process, once this one is gone. */
  async replace(): Promise<void> {
    await this.kill();
    this.service = await this.start();
  }

  /** It keeps its connections, and does nothing. */
  stall(): void {
    this.service.signal('SIGSTOP');
  }

  resume(): void {
    this.service.signal('SIGCONT');
  }

  untilItSays(words: string): Promise<void> {
    return this.service.untilItSays(words);
  }

  async stallFor(ms: number): Promise<void> {
    this.stall();
    await elapsed(ms);
    this.resume();
  }

  async stop(): Promise<void> {
    await this.service.stop();
  }
}
