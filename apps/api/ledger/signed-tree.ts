import type { Logger } from 'pino';
import { untilPassed } from '#feeds';
import {
  consistencyProof,
  Ledger,
  LedgerBroken,
  LedgerFollowed,
  LedgerUpkeep,
  readCheckpoint,
  type KeptCheckpoint,
  type LeafSource,
  type LedgerBreak,
  type LedgerState,
  type LedgerStore,
  type SignedCheckpoint,
  type Signer,
} from '#ledger';
import { isAbsence } from '#projection-engine';

export interface SignedTreeOptions {
  readonly leaves: LeafSource;
  readonly store: LedgerStore;
  readonly origin: () => Promise<string>;
  readonly signers: (origin: string) => readonly Signer[];
  /** There was no key before this start. */
  readonly isKeyNew: boolean;
  /** Between two checkpoints; without it, one is signed when it is asked for, and at the end. */
  readonly intervalMs?: number | undefined;
  readonly onSigned?: (checkpoint: KeptCheckpoint) => void;
  /** Nothing is signed of it any more: it is broken, or another tree has followed. */
  readonly onEnded?: () => void;
  /** For an operator, where what was signed is not there any more. */
  readonly brokenMessage: string;
  readonly logger: Logger;
}

const YIELD = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A tree that is kept up with what it is of, signed as it grows, and read. */
export class SignedTree {
  readonly store: LedgerStore;
  private readonly ledger: Ledger;
  private readonly upkeep: LedgerUpkeep;

  constructor(private readonly options: SignedTreeOptions) {
    const { leaves, store, origin, signers, isKeyNew, intervalMs, logger } = options;
    this.store = store;
    this.ledger = new Ledger({ leaves, store, origin, signers, isKeyNew, pause: YIELD });
    this.upkeep = new LedgerUpkeep({
      ledger: this.ledger,
      intervalMs: intervalMs ?? 0,
      elapsed: untilPassed,
      watch: {
        signed: (checkpoint) => options.onSigned?.(checkpoint),
        broken: ({ found }) => {
          logger.fatal({ ...found }, options.brokenMessage);
          options.onEnded?.();
        },
        failed: (error) => {
          if (error instanceof LedgerFollowed) options.onEnded?.();
          else if (!isAbsence(error)) logger.error({ err: error }, 'The ledger does not go on');
        },
      },
    });
  }

  start(): void {
    if (this.options.intervalMs !== undefined) this.upkeep.start();
  }

  /** Signs what is left. */
  async stop(): Promise<void> {
    await this.upkeep.stop();
  }

  get state(): LedgerState {
    return this.ledger.state;
  }

  get found(): LedgerBreak | undefined {
    return this.ledger.found;
  }

  /** Of the last checkpoint. */
  get signedSize(): number {
    return this.ledger.signedSize;
  }

  /** Of everything so far; of a ledger that is broken, the last that was signed. */
  async checkpoint(): Promise<KeptCheckpoint | undefined> {
    try {
      return await this.upkeep.checkpoint();
    } catch (error) {
      if (!(error instanceof LedgerBroken)) throw error;
      return this.store.latestCheckpoint();
    }
  }

  latest(): Promise<KeptCheckpoint | undefined> {
    return this.store.latestCheckpoint();
  }

  async checkpointOf(size: number): Promise<KeptCheckpoint | undefined> {
    const first = await this.store.firstCheckpoint(size);
    return first?.size === size ? first : undefined;
  }

  consistency(from: number, to: number): Promise<readonly Buffer[]> {
    return consistencyProof(this.store, from, to);
  }
}

export function signedIn({ note }: KeptCheckpoint): SignedCheckpoint {
  return readCheckpoint(note);
}
