import { EMPTY_ROOT } from '../hashing';
import { hasForged, NoteMalformed, signaturesOf, writeNote, writeSignature } from '../note';
import type { SignedCheckpoint, Signer, VerifierKey } from '../note';
import { isConsistent } from '../tree';
import { readAddCheckpoint } from './add-checkpoint';
import type { ReadAddCheckpoint } from './add-checkpoint';
import type { WitnessState } from './witness-state';

export type WitnessAnswer =
  | { readonly kind: 'COSIGNED'; readonly lines: string }
  /** Another size was cosigned last, or another tree of this size. */
  | { readonly kind: 'CONFLICT'; readonly size: number }
  | {
      readonly kind:
        'MALFORMED' | 'UNKNOWN_LOG' | 'NOT_SIGNED' | 'OLD_TOO_LARGE' | 'NOT_CONSISTENT';
      readonly reason: string;
    };

export interface WitnessOptions {
  /** More than one of a log while one takes the place of another. */
  readonly logs: readonly VerifierKey[];
  /** Of a key that cosigns. */
  readonly signer: Signer;
  readonly state: WitnessState;
  readonly clock: () => Date;
}

/**
 * Cosigns trees of the logs that it knows, as long as each begins with the one before (c2sp.org/tlog-witness). Two that
 * ask at the same time are answered one after the other: comparing and keeping is one step.
 */
export class Witness {
  constructor(private readonly options: WitnessOptions) {}

  /** @param body of a request `add-checkpoint` */
  add(body: string): WitnessAnswer {
    try {
      return this.answer(readAddCheckpoint(body));
    } catch (error) {
      if (error instanceof NoteMalformed) return { kind: 'MALFORMED', reason: error.message };
      throw error;
    }
  }

  private answer({ old, proof, checkpoint }: ReadAddCheckpoint): WitnessAnswer {
    const { origin, size, note } = checkpoint;
    const keys = this.options.logs.filter(({ name }) => name === origin);
    if (keys.length === 0) return { kind: 'UNKNOWN_LOG', reason: `no log ${origin} is known here` };
    const signatures = keys.flatMap((key) => signaturesOf(note, key));
    if (signatures.length === 0 || keys.some((key) => hasForged(note, key))) {
      return { kind: 'NOT_SIGNED', reason: 'no signature of a key that is known of this log' };
    }
    if (old > size) return { kind: 'OLD_TOO_LARGE', reason: 'the old size is beyond the new one' };
    const latest = this.options.state.latest(origin) ?? { size: 0, root: EMPTY_ROOT };
    const isOther = old === size && !checkpoint.root.equals(latest.root);
    if (old !== latest.size || isOther) return { kind: 'CONFLICT', size: latest.size };
    if (!isConsistent(latest, checkpoint, proof)) {
      return { kind: 'NOT_CONSISTENT', reason: 'the proof does not lead from the old tree' };
    }
    if (size > latest.size) {
      this.options.state.keep(origin, writeNote({ text: note.text, signatures }));
    }
    return { kind: 'COSIGNED', lines: this.cosignatureOf(checkpoint) };
  }

  private cosignatureOf({ note }: SignedCheckpoint): string {
    const { signer, clock } = this.options;
    return writeSignature(signer.sign(note.text, Math.floor(clock().getTime() / 1_000)));
  }
}
