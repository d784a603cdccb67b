import type { Direction } from '../query';
import { positionsOf, type PostingBlock } from './block';
import type { Term } from './posting';

/** What a store does for whoever looks for positions. */
export interface BlockReader {
  /**
   * Up to `most` blocks of a term, in the direction: ascending, the last one that begins at `from` or before it, then
   * those that begin behind; descending, those that begin at `from` or before it.
   */
  blocks(
    term: Term,
    from: bigint,
    direction: Direction,
    most: number,
  ): Promise<readonly PostingBlock[]>;
}

/** How much was read for one search. */
export interface Work {
  postings: number;
}

/** Two are the least that lead further: the first may end before the place that is looked for. */
const FEWEST_BLOCKS = 2;
const MOST_BLOCKS = 64;
/** What fetching a block costs, in positions read out of one. */
const OF_A_BLOCK = 8;

/** The positions of one term, walked in one direction. */
export class TermCursor {
  /** In the direction of the walk. */
  private held: readonly bigint[] = [];
  private at = 0;
  private fetched: readonly PostingBlock[] = [];
  private nextFetched = 0;
  private most = FEWEST_BLOCKS;
  private isExhausted = false;

  constructor(
    private readonly reader: BlockReader,
    private readonly term: Term,
    private readonly direction: Direction,
    private readonly work: Work,
  ) {}

  /** Where it stands; `undefined` at the end. */
  get current(): bigint | undefined {
    return this.held[this.at];
  }

  /** Goes on to the first position at the target or behind it; a promise where something has to be fetched for it. */
  seek(target: bigint): Promise<void> | undefined {
    for (;;) {
      this.at = this.firstFrom(target);
      if (this.at < this.held.length) return undefined;
      const block = this.fetched[this.nextFetched];
      if (block === undefined) break;
      this.nextFetched += 1;
      this.hold(block);
    }
    return this.isExhausted ? undefined : this.fetch(target);
  }

  private async fetch(target: bigint): Promise<void> {
    const blocks = await this.reader.blocks(this.term, target, this.direction, this.most);
    this.isExhausted = blocks.length < this.most;
    this.most = Math.min(2 * this.most, MOST_BLOCKS);
    this.fetched = blocks;
    this.nextFetched = 0;
    this.work.postings += OF_A_BLOCK;
    await this.seek(target);
  }

  private hold(block: PostingBlock): void {
    this.work.postings += block.count + OF_A_BLOCK;
    const positions = positionsOf(block);
    this.held = this.direction === 'ascending' ? positions : positions.reverse();
    this.at = 0;
  }

  /** Most often it is near: doubled steps, then halves of the last one. */
  private firstFrom(target: bigint): number {
    let low = this.at;
    let step = 1;
    while (this.isBefore(low + step - 1, target)) {
      low += step;
      step *= 2;
    }
    let high = Math.min(low + step - 1, this.held.length);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.isBefore(middle, target)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private isBefore(at: number, target: bigint): boolean {
    const position = this.held[at];
    if (position === undefined) return false;
    return this.direction === 'ascending' ? position < target : position > target;
  }
}
