/** A complete subtree: the node `index` of its level covers the leaves from `index × 2^level`, `2^level` of them. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
}

/** The largest power of two below a size of at least two (RFC 6962, section 2.1): where a tree is split. */
export function splitOf(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/**
 * The complete subtrees that leaves from `from` up to `to` (exclusive) fall into, the largest first: from is a multiple
 * of the largest of them, as it is wherever a tree is split.
 */
export function subtreesOf(from: number, to: number): readonly Subtree[] {
  const subtrees: Subtree[] = [];
  for (let start = from; start < to;) {
    let level = 0;
    while (start % 2 ** (level + 1) === 0 && start + 2 ** (level + 1) <= to) level += 1;
    subtrees.push({ level, index: start / 2 ** level });
    start += 2 ** level;
  }
  return subtrees;
}
