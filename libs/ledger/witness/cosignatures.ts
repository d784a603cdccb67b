import type { NoteSignature } from '../note';
import type { KeptCheckpoint } from '../store';
import { askWitness } from './ask-witness';
import type { ProveConsistency, WitnessReply } from './ask-witness';
import type { WitnessAddress } from './witness-address';

/** How it stands with a witness, for status and metrics. */
export interface WitnessStanding {
  readonly name: string;
  readonly url: string;
  readonly state: 'NOT_ASKED' | WitnessReply['kind'];
  /** Of the last tree that it cosigned for this process. */
  readonly size: number;
  /** Why it did not cosign when it was asked last. */
  readonly reason?: string;
}

export interface CosignaturesOptions {
  readonly witnesses: readonly WitnessAddress[];
  readonly prove: ProveConsistency;
  /** Keeps what a witness signed. What it throws is told with the witness. */
  readonly keep: (size: number, signatures: readonly NoteSignature[]) => Promise<void>;
  /** For one witness to cosign one checkpoint. */
  readonly timeoutMs: number;
}

/**
 * Asks witnesses for their cosignatures, beside everything else: nobody waits for them, and none of them for another. A
 * witness that is still being asked when the next checkpoint comes is then asked for the newest one.
 */
export class Cosignatures {
  private readonly closing = new AbortController();
  private readonly asked: readonly AskedWitness[];

  constructor(options: CosignaturesOptions) {
    const { signal } = this.closing;
    this.asked = options.witnesses.map((witness) => new AskedWitness(witness, options, signal));
  }

  /**
   * Has a checkpoint cosigned by all that did not yet.
   *
   * @param again whether those that did cosign it are asked, too: their new signature says that the tree is still this one
   */
  ask(checkpoint: KeptCheckpoint, again = false): void {
    for (const witness of this.asked) witness.ask(checkpoint, again);
  }

  standings(): readonly WitnessStanding[] {
    return this.asked.map(({ standing }) => standing);
  }

  /** Resolves when nobody is being asked. */
  async settled(): Promise<void> {
    await Promise.all(this.asked.map((witness) => witness.settled()));
  }

  /** Asks nobody any more. */
  async close(): Promise<void> {
    this.closing.abort();
    await this.settled();
  }
}

class AskedWitness {
  standing: WitnessStanding;
  private wanted: KeptCheckpoint | undefined;
  private asking: Promise<void> | undefined;

  constructor(
    private readonly witness: WitnessAddress,
    private readonly options: Omit<CosignaturesOptions, 'witnesses'>,
    private readonly closing: AbortSignal,
  ) {
    const { key, url } = witness;
    this.standing = { name: key.name, url: url.href, state: 'NOT_ASKED', size: 0 };
  }

  ask(checkpoint: KeptCheckpoint, again: boolean): void {
    const { state, size } = this.standing;
    const isCosigned = state === 'COSIGNED' && size >= checkpoint.size;
    if (this.closing.aborted || (isCosigned && !again)) return;
    this.wanted = checkpoint;
    this.asking ??= this.askWanted();
  }

  async settled(): Promise<void> {
    await this.asking;
  }

  private async askWanted(): Promise<void> {
    while (this.wanted !== undefined && !this.closing.aborted) {
      const checkpoint = this.wanted;
      this.wanted = undefined;
      this.standing = this.after(checkpoint, await this.reply(checkpoint));
    }
    // In the same turn in which nothing was wanted any more: what is wanted after it is asked anew.
    this.asking = undefined;
  }

  private async reply(checkpoint: KeptCheckpoint): Promise<WitnessReply> {
    const { prove, timeoutMs, keep } = this.options;
    const signal = AbortSignal.any([this.closing, AbortSignal.timeout(timeoutMs)]);
    try {
      const known = this.standing.size;
      const reply = await askWitness(this.witness, checkpoint, { known, prove, signal });
      if (reply.kind === 'COSIGNED') await keep(checkpoint.size, reply.signatures);
      return reply;
    } catch (error) {
      // Our own store does not answer: it is asked again, like a witness that was away.
      return { kind: 'AWAY', reason: String(error) };
    }
  }

  private after({ size }: KeptCheckpoint, reply: WitnessReply): WitnessStanding {
    const { name, url, size: before } = this.standing;
    const { kind: state } = reply;
    return reply.kind === 'COSIGNED'
      ? { name, url, state, size }
      : { name, url, state, size: before, reason: reply.reason };
  }
}
