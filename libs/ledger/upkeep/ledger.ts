import type { Position } from '#event-log';
import { HASH_BYTES } from '../hashing';
import { checkpointText, readCheckpoint, signaturesOf, writeNote } from '../note';
import type { SignedCheckpoint, Signer } from '../note';
import type { KeptCheckpoint, LedgerStore, PlacedLeaf } from '../store';
import { GrowingTree } from '../tree';
import type { FollowedLeaf, LeafSource } from './leaf-source';
import { LedgerBroken } from './ledger-broken';
import type { LedgerBreak } from './ledger-broken';

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
 */
export class Ledger {
  private readonly tree = new GrowingTree();
  private after: Position | undefined;
  /** The last ones followed, which the store does not have yet. */
  private unkept: PlacedLeaf[] = [];
  private signed: SignedCheckpoint | undefined;
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
    this.requireWhole();
    if (!this.isBegun) await this.begin();
    while (!signal.aborted) {
      const { leaves, pause } = this.options;
      const found = await leaves.slice(this.after ?? 'start', PORTION);
      if (found.length === 0) break;
      await this.take(found);
      await pause?.();
    }
    await this.keep();
    if (!signal.aborted) await this.endOfLog();
  }

  /**
   * The checkpoint of all that was followed: signed now, unless it was.
   *
   * @returns nothing while there is nothing to sign, or what there is was not compared yet
   * @throws LedgerBroken
   */
  async sign(): Promise<KeptCheckpoint | undefined> {
    this.requireWhole();
    const { store, signers } = this.options;
    if (!this.isChecked || this.tree.size === 0) return undefined;
    if (this.signed?.size === this.tree.size) return store.latestCheckpoint();
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
    const { store, origin } = this.options;
    const latest = await store.latestCheckpoint();
    if (latest === undefined) {
      this.isBegun = true;
      return;
    }
    const signed = readCheckpoint(latest.note);
    const name = await origin();
    if (signed.origin !== name) {
      await this.breakAt({ reason: `The last checkpoint is of another ledger, ${signed.origin}` });
    }
    const isOurs = this.options
      .signers(name)
      .some(({ verifierKey }) => signaturesOf(signed.note, verifierKey).length > 0);
    if (!isOurs && this.options.isKeyNew !== true) {
      await this.breakAt({ reason: 'The last checkpoint is not signed by this key' });
    }
    this.signed = signed;
    this.isBegun = true;
  }

  private async take(leaves: readonly FollowedLeaf[]): Promise<void> {
    const { store } = this.options;
    const first = this.tree.size;
    const known = await store.leaves(first, leaves.length);
    let kept = await store.size();
    if (first < kept && (await store.positionOf(first)) !== leaves[0]?.position) {
      this.isMoved = true;
    }
    for (const [at, leaf] of leaves.entries()) {
      const { hash, position } = leaf;
      const before = known.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);
      if (first + at < kept && !before.equals(hash)) {
        await this.differs(first + at, leaf);
        kept = first + at;
      }
      this.tree.add(hash);
      if (this.isAtSigned) await this.compareWithSigned();
      if (first + at >= kept) this.unkept.push({ hash, position });
    }
    this.after = leaves.at(-1)?.position;
    if (this.unkept.length >= TOGETHER) await this.keep();
  }

  private async keep(): Promise<void> {
    const { unkept } = this;
    if (unkept.length === 0) return;
    await this.options.store.append(unkept);
    this.unkept = [];
  }

  /** A leaf beyond what was signed was told to nobody: it is taken as the log has it now. */
  private async differs(index: number, { id }: FollowedLeaf): Promise<void> {
    const { store } = this.options;
    if (index < (this.signed?.size ?? 0)) {
      await this.breakAt({
        index,
        ...(id === undefined ? {} : { event: id }),
        reason: `Event ${index} of the log is not the one that was signed`,
      });
    }
    await store.truncate(index);
  }

  /** Whether the tree has grown, for the first time, to what was signed last. */
  private get isAtSigned(): boolean {
    return !this.isChecked && this.signed?.size === this.tree.size;
  }

  /** Where the leaves that are kept were changed along with the log, the root still tells. */
  private async compareWithSigned(): Promise<void> {
    if (this.signed === undefined || this.tree.root().equals(this.signed.root)) return;
    await this.breakAt({ reason: 'The log does not give the root that was signed' });
  }

  private async endOfLog(): Promise<void> {
    if (this.isChecked) return;
    const size = this.signed?.size ?? 0;
    if (this.tree.size < size) {
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

  private async breakAt(found: Pick<LedgerBreak, 'index' | 'event' | 'reason'>): Promise<never> {
    const sizes = (await this.options.store.checkpoints(0)).map(({ size }) => size);
    const { index } = found;
    const signedBefore = sizes.findLast((size) => index !== undefined && size <= index) ?? 0;
    const signedAfter = sizes.find((size) => index === undefined || size > index) ?? 0;
    this.broken = { ...found, signedBefore, signedAfter };
    throw new LedgerBroken(this.broken);
  }

  private requireWhole(): void {
    if (this.broken !== undefined) throw new LedgerBroken(this.broken);
  }
}
