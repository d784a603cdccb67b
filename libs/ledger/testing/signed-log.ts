import { generateKeyPairSync } from 'node:crypto';
import { leafHash } from '../hashing';
import { checkpointText, Signer, writeNote } from '../note';
import type { KeptCheckpoint } from '../store';
import { consistencyProof, LeafHashes, rootOf } from '../tree';

/** A log that signs any of its trees, as one does that others are to watch. */
export class SignedLog {
  readonly signer: Signer;
  private readonly hashes: LeafHashes;

  constructor(
    private readonly entries: readonly string[],
    signer?: Signer,
  ) {
    this.signer =
      signer ?? new Signer('four-good.test/log', generateKeyPairSync('ed25519').privateKey);
    this.hashes = new LeafHashes(Buffer.concat(entries.map((entry) => leafHash(entry))));
  }

  /** The log of the same key that tells others another story from a leaf on. */
  forkedAt(index: number): SignedLog {
    const told = this.entries.map((entry, at) => (at < index ? entry : `not ${entry}`));
    return new SignedLog(told, this.signer);
  }

  async checkpoint(size: number): Promise<KeptCheckpoint> {
    const { name: origin } = this.signer.verifierKey;
    const text = checkpointText({ origin, size, root: await rootOf(this.hashes, size) });
    return { size, note: writeNote({ text, signatures: [this.signer.sign(text)] }) };
  }

  readonly prove = (from: number, to: number): Promise<readonly Buffer[]> =>
    consistencyProof(this.hashes, from, to);
}

export function entriesUpTo(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `entry ${at}`);
}
