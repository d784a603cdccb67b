import type { Position } from '#event-log';
import { HASH_BYTES } from '../hashing';
import { checkpointText, readCheckpoint, signaturesOf, writeNote } from '../note';
import type { SignedCheckpoint, Signer } from '../note';
import type { KeptCheckpoint, LedgerStore } from '../store';
import { GrowingTree, rootOf } from '../tree';
import type { FollowedLeaf, LeafSource } from './leaf-source';
import { LedgerBroken } from './ledger-broken';
import type { LedgerBreak } from './ledger-broken';
import { LeavesGone } from './leaves-gone';

/**
 * `CHECKING` until the log was found to give what was signed; `SIGNING` while it does; `BROKEN` when it does not, until an
 * operator accepts that.
 */
export type LedgerState = 'CHECKING' | 'SIGNING' | 'BROKEN';

export interface LedgerOptions {
  readonly leaves: LeafSource;
  readonly store: LedgerStore;
  /** Those that sign now: more than one while one takes the place of another. */
  readonly signers: (origin: string) => readonly Signer[];
  /** Asked when there is something to sign. */
  readonly origin: () => Promise<string>;
  /** There was no key before: the last checkpoint cannot be one of this key, as in a back-up without keys. */
  readonly isKeyNew?: boolean;
  /** Lets others have the thread between portions. */
  readonly pause?: () => Promise<void>;
}

/** Leaves at once: what holds the thread for some milliseconds. */
const PORTION = 256;
/** Leaves that are made durable together, where there are many: they have to be before they are signed, and not sooner. */
const TOGETHER = 8_192;

/**
 * Follows the log leaf by leaf and signs what it has seen. What was signed once is never contradicted: after each start the
 * whole log is compared with the leaves that are kept, and the tree with the last checkpoint, before anything is signed.
 * Where several processes keep one ledger, each does so, and takes what another has signed only when it is of its log, too.
 */
export class Ledger {
  private tree = new GrowingTree();
  private after: Position | undefined;
  /** The last ones followed, which the store may not have yet. */
  private unkept: FollowedLeaf[] = [];
  private signed: SignedCheckpoint | undefined;
  /** What was signed of a tree that this one has not grown to. */
  private ahead: SignedCheckpoint | undefined;
  private isBegun = false;
  private isChecked = false;
  /** The log was moved to a store that counts otherwise. */
  private isMoved = false;
  private broken: LedgerBreak | undefined;

  constructor(private readonly options: LedgerOptions) {}

  get state(): LedgerState {
    if (this.broken !== undefined) return 'BROKEN';
    return this.isChecked ? 'SIGNING' : 'CHECKING';
  }

  get found(): LedgerBreak | undefined {
    return this.broken;
  }

  /** Of the leaves that were followed. */
  get size(): number {
    return this.tree.size;
  }

  /** Of the last tree that was signed. */
  get signedSize(): number {
    return this.signed?.size ?? 0;
  }

  /** Takes what was recorded. @throws LedgerBroken */
  async follow(signal: AbortSignal): Promise<void> {
    try {
      await this.followOn(signal);
    } catch (error) {
      if (!(error instanceof LeavesGone)) throw error;
      await this.followOn(signal);
    }
  }

  private async followOn(signal: AbortSignal): Promise<void> {
    this.requireWhole();
    const { store } = this.options;
    if (!this.isBegun) await this.begin();
    // Others write meanwhile: a long log is read before it is one's turn.
    await this.read(signal, () => store.exclusively(() => this.keep()));
    if (this.isChecked && this.unkept.length === 0) return;
    await store.exclusively(async () => {
      // What the store has by now was in the log before.
      await this.read(signal, () => this.keep());
      await this.keep();
      await this.takeSigned();
      if (!signal.aborted) await this.endOfLog();
    });
  }

  /**
   * The checkpoint of all that was followed: signed now, unless it was.
   *
   * @returns nothing while there is nothing to sign, or what there is was not compared yet
   * @throws LedgerBroken
   */
  async sign(): Promise<KeptCheckpoint | undefined> {
    this.requireWhole();
    const { store } = this.options;
    if (!this.isChecked || this.tree.size === 0) return undefined;
    if (this.signed?.size === this.tree.size) return store.latestCheckpoint();
    return store.exclusively(async () => {
      await this.takeSigned();
      // Another process was quicker; what it has signed beyond is compared with what is followed next.
      if (this.signedSize >= this.tree.size) return store.latestCheckpoint();
      return this.signNow();
    });
  }

  private async signNow(): Promise<KeptCheckpoint> {
    const { store, signers } = this.options;
    const origin = await this.options.origin();
    const checkpoint = { origin, size: this.tree.size, root: this.tree.root() };
    const text = checkpointText(checkpoint);
    const note = writeNote({
      text,
      signatures: signers(origin).map((signer) => signer.sign(text)),
    });
    const kept = { size: checkpoint.size, note };
    await store.keepCheckpoint(kept);
    this.signed = readCheckpoint(note);
    return kept;
  }

  private async begin(): Promise<void> {
    const latest = await this.options.store.latestCheckpoint();
    if (latest !== undefined) {
      this.signed = await this.ours(latest);
      this.ahead = this.signed;
    }
    this.isBegun = true;
  }

  /** @throws LedgerBroken where it is of another ledger */
  private async ours({ note }: KeptCheckpoint): Promise<SignedCheckpoint> {
    const signed = readCheckpoint(note);
    const name = await this.options.origin();
    if (signed.origin !== name) {
      await this.breakAt({ reason: `The last checkpoint is of another ledger, ${signed.origin}` });
    }
    const isOurs = this.options
      .signers(name)
      .some(({ verifierKey }) => signaturesOf(signed.note, verifierKey).length > 0);
    if (!isOurs && this.options.isKeyNew !== true) {
      await this.breakAt({ reason: 'The last checkpoint is not signed by this key' });
    }
    return signed;
  }

  private async read(signal: AbortSignal, keep: () => Promise<void>): Promise<void> {
    const { leaves, pause } = this.options;
    while (!signal.aborted) {
      const found = await leaves.slice(this.after ?? 'start', PORTION);
      if (found.length === 0) return;
      await this.take(found);
      if (this.unkept.length >= TOGETHER) await keep();
      await pause?.();
    }
  }

  private async take(leaves: readonly FollowedLeaf[]): Promise<void> {
    const { store } = this.options;
    const first = this.tree.size;
    const known = await store.leaves(first, leaves.length);
    const isKnown = first < (await store.size());
    if (isKnown && (await store.positionOf(first)) !== leaves[0]?.position) this.isMoved = true;
    for (const [at, leaf] of leaves.entries()) {
      const before = known.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);
      const isSame = before.equals(leaf.hash);
      if (before.length > 0 && !isSame) await this.requireUnsigned(first + at, leaf);
      this.tree.add(leaf.hash);
      if (this.ahead?.size === this.tree.size) {
        await this.requireRoot(this.ahead, this.tree.root());
        this.ahead = undefined;
      }
      // Behind the first one that is to be kept, all are.
      if (!isSame || this.unkept.length > 0) this.unkept.push(leaf);
    }
    this.after = leaves.at(-1)?.position;
  }

  /** What the store has beyond what was signed was told to nobody: it gives way to what the log has now. */
  private async keep(): Promise<void> {
    const { unkept } = this;
    if (unkept.length === 0) return;
    const { store } = this.options;
    const first = this.tree.size - unkept.length;
    if ((await store.size()) < first) this.beginAnew();
    const known = await store.leaves(first, unkept.length);
    // Another process may have kept them meanwhile.
    const at = unkept.findIndex(
      ({ hash }, index) =>
        !known.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES).equals(hash),
    );
    const different = unkept[at];
    if (different !== undefined) {
      await this.takeSigned();
      if (known.length > at * HASH_BYTES) await this.requireUnsigned(first + at, different);
      await store.truncate(first + at);
      await store.append(unkept.slice(at).map(({ hash, position }) => ({ hash, position })));
    }
    this.unkept = [];
  }

  private async requireUnsigned(index: number, { id }: FollowedLeaf): Promise<void> {
    if (index >= this.signedSize) return;
    await this.breakAt({
      index,
      ...(id === undefined ? {} : { event: id }),
      reason: `Event ${index} of the log is not the one that was signed`,
    });
  }

  /** What another process has signed is of the same log: else this one signs nothing any more. */
  private async takeSigned(): Promise<void> {
    const { store } = this.options;
    const latest = await store.latestCheckpoint();
    if (latest === undefined || latest.size <= this.signedSize) return;
    const signed = await this.ours(latest);
    const isAhead = signed.size > this.tree.size;
    if (!isAhead) await this.requireRoot(signed, await rootOf(store, signed.size));
    this.ahead = isAhead ? signed : undefined;
    this.signed = signed;
  }

  /** Where the leaves that are kept were changed along with the log, the root still tells. */
  private async requireRoot(signed: SignedCheckpoint, root: Buffer): Promise<void> {
    if (signed.root.equals(root)) return;
    await this.breakAt({ reason: 'The log does not give the root that was signed' });
  }

  private async endOfLog(): Promise<void> {
    // Later, a log that tells less than another process has read of it comes up by itself.
    if (this.isChecked) return;
    const size = this.ahead?.size;
    if (size !== undefined) {
      await this.breakAt({
        index: this.tree.size,
        reason: `The log ends after ${this.tree.size} events; ${size} were signed`,
      });
    }
    await this.options.store.truncate(this.tree.size);
    if (this.isMoved) await this.placeAgain();
    this.isChecked = true;
  }

  /** Every leaf was compared; where their events are now is kept instead of where they were. */
  private async placeAgain(): Promise<void> {
    const { leaves, store, pause } = this.options;
    await store.truncate(0);
    let after: Position | 'start' = 'start';
    while ((await store.size()) < this.tree.size) {
      const maxCount = Math.min(PORTION, this.tree.size - (await store.size()));
      const found = await leaves.slice(after, maxCount);
      await store.append(found.map(({ hash, position }) => ({ hash, position })));
      after = found.at(-1)?.position ?? after;
      await pause?.();
    }
    this.isMoved = false;
  }

  /** Leaves that were compared are gone again: another process ended while it wrote down anew where events are. */
  private beginAnew(): never {
    this.tree = new GrowingTree();
    this.after = undefined;
    this.unkept = [];
    this.ahead = undefined;
    [this.isBegun, this.isChecked, this.isMoved] = [false, false, false];
    throw new LeavesGone();
  }

  private async breakAt(found: Pick<LedgerBreak, 'index' | 'event' | 'reason'>): Promise<never> {
    const { index } = found;
    const sizes = await this.signedSizes();
    const signedBefore = sizes.findLast((size) => index !== undefined && size <= index) ?? 0;
    const signedAfter = sizes.find((size) => index === undefined || size > index) ?? 0;
    this.broken = { ...found, signedBefore, signedAfter };
    throw new LedgerBroken(this.broken);
  }

  /** None where the store is away: what was found is found all the same. */
  private async signedSizes(): Promise<readonly number[]> {
    try {
      return (await this.options.store.checkpoints(0)).map(({ size }) => size);
    } catch {
      return [];
    }
  }

  private requireWhole(): void {
    if (this.broken !== undefined) throw new LedgerBroken(this.broken);
  }
}
