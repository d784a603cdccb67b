import { LogUnavailable } from '#event-log';
import type { EventLog, Position, RecordedEvent } from '#event-log';
import type { Elapsed } from './elapsed';
import { Tap } from './tap';

/** How long a log that is away is left alone. */
const PAUSE_MS = 1_000;

export type FollowedLog = Pick<EventLog, 'subscribe' | 'readAllSlice'>;

/** The one subscription to the log for all consumers; it runs while there is one. */
export class Upstream {
  private readonly taps = new Set<Tap>();
  private running: AbortController | undefined;
  private starting: Promise<void> | undefined;

  constructor(
    private readonly log: FollowedLog,
    private readonly elapsed: Elapsed,
    private readonly capacity: number,
  ) {}

  /**
   * From when it is there, everything goes through it that comes after the subscription's place, which lies at or before
   * the head of now: a consumer that reads the log to its end afterwards finds all that follows in its tap.
   *
   * @param concerns whether an event may be for the consumer
   */
  async tap(concerns: (event: RecordedEvent) => boolean): Promise<Tap> {
    const tap = new Tap(this.capacity, concerns);
    this.taps.add(tap);
    try {
      this.starting ??= this.start();
      await this.starting;
    } catch (error) {
      this.release(tap);
      throw error;
    }
    return tap;
  }

  release(tap: Tap): void {
    this.taps.delete(tap);
    if (this.taps.size === 0) this.stop();
  }

  private stop(): void {
    this.running?.abort();
    this.running = undefined;
    this.starting = undefined;
  }

  private async start(): Promise<void> {
    const running = new AbortController();
    this.running = running;
    const [last] = await this.log.readAllSlice({ direction: 'backwards', maxCount: 1 });
    // It ends by itself, and tells the taps.
    void this.run(last?.position ?? 'start', running);
  }

  private async run(start: Position | 'start', running: AbortController): Promise<void> {
    let after = start;
    const { signal } = running;
    const isOver = () => signal.aborted;
    while (!isOver()) {
      try {
        for await (const message of this.log.subscribe({ after, signal })) {
          // Taps of a later subscription hear nothing from this one.
          if (isOver()) return;
          if (message.kind !== 'event') continue;
          after = message.event.position;
          for (const tap of this.taps) tap.push(message.event);
        }
        break;
      } catch (error) {
        if (!(error instanceof LogUnavailable)) {
          this.tell(running, (tap) => {
            tap.fail(error);
          });
          return;
        }
        await this.elapsed(PAUSE_MS, signal);
      }
    }
    this.tell(running, (tap) => {
      tap.end();
    });
  }

  /** Whoever asks next starts another subscription. */
  private tell(running: AbortController, how: (tap: Tap) => void): void {
    if (this.running !== running) return;
    const taps = [...this.taps];
    this.taps.clear();
    this.stop();
    taps.forEach(how);
  }
}
