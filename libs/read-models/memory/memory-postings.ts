import type { CollectionName } from '../definition';
import type { Ownership } from '../document-store.port';
import type {
  DumpedPostings,
  Posting,
  PostingCollection,
  PostingPage,
  PostingQuery,
  Term,
} from '../postings';
import {
  blocksOf,
  findPostings,
  positionsOf,
  type BlockReader,
  type PostingBlock,
} from '../posting-blocks';
import type { Direction } from '../query';

/** What a collection of postings needs of the store it belongs to. */
export interface PostingHost {
  assertOwner(owner: Ownership): void;
}

export class MemoryPostings implements PostingCollection, BlockReader {
  readonly name: string;
  readonly version: number;
  /** Of each term, in the order in which they begin. */
  private readonly held = new Map<Term, PostingBlock[]>();

  constructor(
    private readonly host: PostingHost,
    collection: CollectionName,
  ) {
    ({ name: this.name, version: this.version } = collection);
  }

  async add(postings: readonly Posting[], owner: Ownership): Promise<void> {
    this.host.assertOwner(owner);
    for (const block of blocksOf(postings)) {
      const blocks = this.held.get(block.term) ?? [];
      this.held.set(block.term, blocks);
      const at = blocksUpTo(blocks, block.first);
      const before = blocks[at - 1];
      if (before?.first !== block.first) blocks.splice(at, 0, block);
      else if (block.count > before.count) blocks[at - 1] = block;
    }
  }

  async find(query: PostingQuery): Promise<PostingPage> {
    return findPostings(this, query);
  }

  async blocks(
    term: Term,
    from: bigint,
    direction: Direction,
    most: number,
  ): Promise<readonly PostingBlock[]> {
    const blocks = this.held.get(term) ?? [];
    const upTo = blocksUpTo(blocks, from);
    if (direction === 'descending') return blocks.slice(Math.max(0, upTo - most), upTo).reverse();
    const start = Math.max(0, upTo - 1);
    return blocks.slice(start, start + most);
  }

  async buildIndexes(): Promise<void> {
    // There is nothing beside what is looked in.
  }

  async *dump(): AsyncIterable<DumpedPostings> {
    for (const term of [...this.held.keys()].sort((a, b) => a - b)) {
      yield { term, positions: positionsOf(this.held.get(term) ?? []) };
    }
  }

  async deleteAll(owner: Ownership): Promise<void> {
    this.host.assertOwner(owner);
    this.held.clear();
  }
}

/** How many begin at the position or before it. */
function blocksUpTo(blocks: readonly PostingBlock[], position: bigint): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (block !== undefined && block.first <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
