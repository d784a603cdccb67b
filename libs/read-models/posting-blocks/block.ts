import type { Posting, Term } from '../postings';

/**
 * Some positions of one term, ascending. Blocks of a term that begin at the same position hold the same, one perhaps
 * more of it: the longer one counts.
 */
export interface PostingBlock {
  readonly term: Term;
  readonly first: bigint;
  readonly count: number;
  /** From each position to the next, seven bits a byte, the lowest first; a set highest bit says that more follow. */
  readonly distances: Uint8Array;
}

/** So few that nobody who looks for one position reads much, so many that a block costs little more than its bytes. */
const MOST = 512;
/** Distances are counted as numbers. */
const FARTHEST = 2 ** 48;
const NONE = new Uint8Array();

/** In the order of terms. */
export function blocksOf(postings: readonly Posting[]): readonly PostingBlock[] {
  const blocks: PostingBlock[] = [];
  for (let from = 0; from < postings.length;) from = takeBlocks(postings, from, blocks);
  return blocks;
}

/** Of the postings that are not too far from the first; answers where the rest begins. */
function takeBlocks(postings: readonly Posting[], from: number, blocks: PostingBlock[]): number {
  const base = postings[from]?.position ?? 0n;
  const offsets = new Map<Term, number[]>();
  let next = from;
  for (; next < postings.length; next += 1) {
    const posting = postings[next];
    const offset = Number((posting?.position ?? base) - base);
    if (posting === undefined || offset > FARTHEST) break;
    for (const term of posting.terms) {
      const held = offsets.get(term);
      if (held === undefined) offsets.set(term, [offset]);
      else if (held.at(-1) !== offset) held.push(offset);
    }
  }
  for (const term of Float64Array.from(offsets.keys()).sort()) {
    const held = offsets.get(term) ?? [];
    for (let at = 0; at < held.length; at += MOST) {
      blocks.push(blockOf(term, base, held.length > MOST ? held.slice(at, at + MOST) : held));
    }
  }
  return next;
}

function blockOf(term: Term, base: bigint, offsets: readonly number[]): PostingBlock {
  const [first = 0] = offsets;
  const begin = { term, first: base + BigInt(first), count: offsets.length };
  if (offsets.length === 1) return { ...begin, distances: NONE };
  const bytes: number[] = [];
  let before = first;
  for (let at = 1; at < offsets.length; at += 1) {
    const offset = offsets[at] ?? before;
    let distance = offset - before;
    before = offset;
    while (distance > 127) {
      bytes.push(128 + (distance % 128));
      distance = Math.floor(distance / 128);
    }
    bytes.push(distance);
  }
  return { ...begin, distances: Uint8Array.from(bytes) };
}

/** How far each position of a block is from its first, ascending. */
export function offsetsOf({ distances }: Pick<PostingBlock, 'distances'>): number[] {
  const offsets = [0];
  let offset = 0;
  let scale = 1;
  for (const byte of distances) {
    offset += (byte & 127) * scale;
    scale *= 128;
    if (byte > 127) continue;
    offsets.push(offset);
    scale = 1;
  }
  return offsets;
}

/** The positions in all blocks of a term, ascending, each once: blocks that were cut elsewhere may overlap. */
export function positionsOf(blocks: readonly PostingBlock[]): readonly bigint[] {
  const positions = new Set<bigint>();
  for (const block of blocks) {
    for (const offset of offsetsOf(block)) positions.add(block.first + BigInt(offset));
  }
  return [...positions].sort((a, b) => (a < b ? -1 : 1));
}
