import type { Metadata } from '@grpc/grpc-js';
import { Faults } from './faults';
import { StoredEvents } from './stored-events';

export interface Counts {
  batchAppends: number;
  unaryAppends: number;
  reads: number;
  openReads: number;
  openSubscriptions: number;
  subscriptions: number;
}

/** What the handlers share. */
export class Session {
  readonly events = new StoredEvents();
  readonly faults = new Faults();
  readonly counts: Counts = {
    batchAppends: 0,
    unaryAppends: 0,
    reads: 0,
    openReads: 0,
    openSubscriptions: 0,
    subscriptions: 0,
  };
  /** Each ends one live subscription in the way it is told. */
  readonly dropping = new Set<(how: 'too-slow' | 'ok') => void>();
  /** The authorisations that calls came with. */
  readonly visitors = new Set<string>();
  readonly #inFlight = new Map<string, number>();
  #mostBytesInFlight = 0;

  /** Cuts all connections. */
  constructor(readonly reset: () => void) {}

  get mostBytesInFlight(): number {
    return this.#mostBytesInFlight;
  }

  meet(metadata: Metadata): void {
    for (const value of metadata.get('authorization')) this.visitors.add(value.toString());
  }

  receive(correlation: string, bytes: number): void {
    this.#inFlight.set(correlation, (this.#inFlight.get(correlation) ?? 0) + bytes);
    const total = [...this.#inFlight.values()].reduce((sum, size) => sum + size, 0);
    this.#mostBytesInFlight = Math.max(this.#mostBytesInFlight, total);
  }

  answered(correlation: string): void {
    this.#inFlight.delete(correlation);
  }

  clear(): void {
    this.events.clear();
    this.faults.clear();
    this.#inFlight.clear();
    this.#mostBytesInFlight = 0;
    this.counts.batchAppends = 0;
    this.counts.unaryAppends = 0;
    this.counts.reads = 0;
    this.counts.subscriptions = 0;
  }
}
