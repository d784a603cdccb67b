import { setTimeout } from 'node:timers/promises';
import { Fenced, ReadModelsUnavailable } from '#read-models';
import type { DocumentStore, Ownership } from '#read-models';

export interface TurnsOptions {
  readonly documents: Pick<DocumentStore, 'lease'>;
  /** The name under which the right to write is held. */
  readonly lease: string;
  /** Names this process among those that write. */
  readonly holder: string;
  readonly now: () => Date;
  /** How long the others wait for a process that ended in between. */
  readonly leaseMs?: number;
}

const LEASE_MS = 9_000;
/** Renewals within one lease, so that a single failure does not lose it. */
const RENEWALS = 3;
const LOOK_EVERY_MS = 20;

/**
 * The right to write, which several processes have by turns: for as long as it takes, no longer. What is written under a
 * right that has passed on is refused by the store, whatever clocks say.
 */
export class Turns {
  private held: Ownership | undefined;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: TurnsOptions) {}

  /** Under which it is written now. @throws Fenced out of turn */
  get owner(): Ownership {
    if (this.held === undefined) throw new Fenced(this.options.lease, 0);
    return this.held;
  }

  /** @throws ReadModelsUnavailable where another process does not let go, or has taken over meanwhile: to be tried again */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(() => this.holding(work));
    this.turn = done.catch(() => undefined);
    return done;
  }

  private async holding<T>(work: () => Promise<T>): Promise<T> {
    const { lease } = this.options.documents;
    const owner = await this.acquired();
    this.held = owner;
    const renewing = setInterval(() => {
      // Where it has passed on, the next writing is refused.
      lease.renew(owner, this.terms()).catch(() => undefined);
    }, this.leaseMs / RENEWALS).unref();
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Fenced)) throw error;
      throw new ReadModelsUnavailable(`another process writes to ${this.options.lease} by now`, {
        cause: error,
      });
    } finally {
      clearInterval(renewing);
      this.held = undefined;
      // One that cannot be released expires.
      await lease.release(owner).catch(() => undefined);
    }
  }

  private async acquired(): Promise<Ownership> {
    const { documents, lease: projection, holder } = this.options;
    // Longer than one that nobody renews any more.
    const looks = (2 * this.leaseMs) / LOOK_EVERY_MS;
    for (let look = 0; look < looks; look += 1) {
      const terms = { projection, holder, ...this.terms() };
      const owner = await documents.lease.acquire(terms);
      if (owner !== undefined) return owner;
      await setTimeout(LOOK_EVERY_MS);
    }
    throw new ReadModelsUnavailable(`another process is writing to ${this.options.lease}`);
  }

  private terms() {
    return { ttlMs: this.leaseMs, now: this.options.now().getTime() };
  }

  private get leaseMs(): number {
    return this.options.leaseMs ?? LEASE_MS;
  }
}
