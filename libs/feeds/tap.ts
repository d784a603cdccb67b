import type { RecordedEvent } from '#event-log';

/** What a tap held when it was emptied, and whether more comes through it. */
export interface Drawn {
  readonly events: readonly RecordedEvent[];
  /** Whether what comes next is what follows these events. */
  readonly state: 'open' | 'overflowed' | 'ended';
}

/** The live events that one consumer has yet to take: so many at most, for then it reads the log itself. */
export class Tap {
  private events: RecordedEvent[] = [];
  private state: Drawn['state'] = 'open';
  private failure: { readonly error: unknown } | undefined;
  private arrived = Promise.withResolvers<void>();

  constructor(private readonly capacity: number) {}

  /** Resolves as soon as there is something to draw. */
  get arrival(): Promise<void> {
    return this.arrived.promise;
  }

  push(event: RecordedEvent): void {
    if (this.state !== 'open') return;
    if (this.events.length < this.capacity) this.events.push(event);
    else this.close('overflowed');
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
    const { events, state } = this;
    this.events = [];
    if (state === 'open') this.arrived = Promise.withResolvers();
    return { events, state };
  }

  /** What is held is of no use: the consumer reads on from where it is. */
  private close(state: 'overflowed' | 'ended'): void {
    this.state = state;
    this.events = [];
  }
}
