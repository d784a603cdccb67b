import type { RecordedEvent } from '#event-log';
import { placeOf } from './feed-message';
import type { Place } from './feed-message';

/** What a tap held when it was emptied, and whether more comes through it. */
export interface Drawn {
  readonly events: readonly RecordedEvent[];
  /** How far the log has come through it, with what did not concern the consumer. */
  readonly through: Place | undefined;
  /** Whether what comes next is what follows these events. */
  readonly state: 'open' | 'overflowed' | 'ended';
}

/** The live events that one consumer has yet to take: so many at most, for then it reads the log itself. */
export class Tap {
  private events: RecordedEvent[] = [];
  private through: Place | undefined;
  private state: Drawn['state'] = 'open';
  private failure: { readonly error: unknown } | undefined;
  private arrived = Promise.withResolvers<void>();

  constructor(
    private readonly capacity: number,
    private readonly concerns: (event: RecordedEvent) => boolean,
  ) {}

  /** Resolves as soon as there is something to draw. */
  get arrival(): Promise<void> {
    return this.arrived.promise;
  }

  push(event: RecordedEvent): void {
    if (this.state !== 'open') return;
    if (!this.concerns(event)) {
      // The event itself would be kept for as long as nothing else comes.
      this.through = placeOf(event);
      return;
    }
    if (this.events.length < this.capacity) {
      this.events.push(event);
      this.through = placeOf(event);
    } else {
      this.close('overflowed');
    }
    this.arrived.resolve();
  }

  end(): void {
    if (this.state === 'open') this.close('ended');
    this.arrived.resolve();
  }

  fail(error: unknown): void {
    this.failure = { error };
    this.end();
  }

  /** @throws what the reading of the log failed with */
  draw(): Drawn {
    if (this.failure !== undefined) throw this.failure.error;
    const { events, state, through } = this;
    this.events = [];
    if (state === 'open') this.arrived = Promise.withResolvers();
    return { events, state, through };
  }

  /** What is held is of no use: the consumer reads on from where it is. */
  private close(state: 'overflowed' | 'ended'): void {
    this.state = state;
    this.events = [];
    this.through = undefined;
  }
}
