import type { Direction } from '../query';
import { offsetsOf, type PostingBlock } from './block';
import type { Term } from '../postings';

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
  /** Where it stands; `undefined` at the end. */
  current: bigint | undefined;
  /** Of the block it stands in: numbers, which are compared much faster than positions. */
  private offsets: readonly number[] = [];
  private first = 0n;
  /** How many of the offsets are passed, in the direction of the walk. */
  private passed = 0;
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

  /** Goes on to the first position at the target or behind it; a promise where something has to be fetched for it. */
  seek(target: bigint): Promise<void> | undefined {
    if (this.current !== undefined && !this.isBehind(target)) return undefined;
    for (;;) {
      if (this.passTo(target)) return undefined;
      const block = this.fetched[this.nextFetched];
      if (block === undefined) break;
      this.nextFetched += 1;
      this.hold(block);
    }
    this.current = undefined;
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
    this.first = block.first;
    this.offsets = offsetsOf(block);
    this.passed = 0;
  }

  /** Whether the block has any at the target or behind it: doubled steps, since it is most often near; then halves of the last. */
  private passTo(target: bigint): boolean {
    const distance = Number(target - this.first);
    let low = this.passed;
    let step = 1;
    while (this.isBefore(low + step - 1, distance)) {
      low += step;
      step *= 2;
    }
    let high = Math.min(low + step - 1, this.offsets.length);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.isBefore(middle, distance)) low = middle + 1;
      else high = middle;
    }
    this.passed = low;
    const offset = this.offsetAt(low);
    this.current = offset === undefined ? undefined : this.first + BigInt(offset);
    return offset !== undefined;
  }

  private isBefore(at: number, distance: number): boolean {
    const offset = this.offsetAt(at);
    if (offset === undefined) return false;
    return this.direction === 'ascending' ? offset < distance : offset > distance;
  }

  private offsetAt(at: number): number | undefined {
    return this.offsets[this.direction === 'ascending' ? at : this.offsets.length - 1 - at];
  }

  private isBehind(target: bigint): boolean {
    const { current } = this;
    if (current === undefined) return true;
    return this.direction === 'ascending' ? current < target : current > target;
  }
}
