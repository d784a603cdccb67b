import type { KeptCheckpoint } from '../store';
import type { Ledger } from './ledger';
import { LedgerBroken } from './ledger-broken';

/** Resolves when the time has passed, or at once when the signal is given. */
export type Elapsed = (ms: number, signal: AbortSignal) => Promise<void>;

export interface UpkeepWatch {
  /** A tree was signed. */
  signed(checkpoint: KeptCheckpoint): void;
  /** Once: nothing is signed any more. */
  broken(error: LedgerBroken): void;
  /** A store did not answer: it is tried again. */
  failed(error: unknown): void;
}

export interface UpkeepOptions {
  readonly ledger: Ledger;
  /** Between two checkpoints, where there is something to sign. */
  readonly intervalMs: number;
  readonly elapsed: Elapsed;
  readonly watch: UpkeepWatch;
}

/** The first event is not to wait long for its first checkpoint. */
const FIRST_MS = 1_000;

/** Keeps a ledger up with its log: one step at a time, by itself and when it is asked. */
export class LedgerUpkeep {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: UpkeepOptions) {}

  start(): void {
    this.running = this.run();
  }

  /** The checkpoint of everything recorded so far. @throws LedgerBroken; what a store fails with */
  checkpoint(): Promise<KeptCheckpoint | undefined> {
    return this.inTurn(() => this.step());
  }

  /** Signs what is left, and ends. */
  async stop(): Promise<void> {
    const { ledger, watch } = this.options;
    const wasChecking = ledger.state === 'CHECKING' && ledger.size > 0;
    this.stopping.abort();
    await this.running;
    await this.turn.catch(() => undefined);
    // A long check that is cut off is begun anew at the next start.
    if (wasChecking || ledger.state === 'BROKEN') return;
    await this.step(new AbortController().signal).catch((error: unknown) => {
      if (!(error instanceof LedgerBroken)) watch.failed(error);
    });
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    const { intervalMs, elapsed, watch } = this.options;
    const isOver = () => signal.aborted;
    let wasSigned = false;
    while (!isOver()) {
      try {
        wasSigned = (await this.checkpoint()) !== undefined || wasSigned;
      } catch (error) {
        // It does not come right by itself; `step` has told of it.
        if (error instanceof LedgerBroken) return;
        watch.failed(error);
      }
      await elapsed(wasSigned ? intervalMs : Math.min(intervalMs, FIRST_MS), signal);
    }
  }

  private async step(signal = this.stopping.signal): Promise<KeptCheckpoint | undefined> {
    const { ledger, watch } = this.options;
    const stateBefore = ledger.state;
    try {
      await ledger.follow(signal);
      const { signedSize } = ledger;
      const checkpoint = await ledger.sign();
      if (checkpoint !== undefined && checkpoint.size !== signedSize) watch.signed(checkpoint);
      return checkpoint;
    } catch (error) {
      if (error instanceof LedgerBroken && stateBefore !== 'BROKEN') watch.broken(error);
      throw error;
    }
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work, work);
    this.turn = done.catch(() => undefined);
    return done;
  }
}
