import { EMPTY_ROOT, nodeHash } from '../hashing';
import { rangeHash } from './hashes';
import type { TreeHashes } from './hashes';
import { splitOf } from './ranges';

/** The leaves from `from` up to `to`, exclusive. */
type Span = readonly [from: number, to: number];

/**
 * That a leaf is in the tree of the first `size` leaves (RFC 6962, section 2.1.1): hashes from the sibling of the leaf up.
 *
 * @throws RangeError for a leaf outside of that tree
 */
export async function inclusionProof(
  hashes: TreeHashes,
  index: number,
  size: number,
): Promise<readonly Buffer[]> {
  if (!isCount(index) || !isCount(size) || index >= size) {
    throw new RangeError(`Leaf ${index} is not in a tree of ${size}`);
  }
  return read(hashes, pathTo(index, [0, size]));
}

/**
 * That the tree of the first `to` leaves begins with that of the first `from` (RFC 6962, section 2.1.2).
 *
 * @throws RangeError for a larger tree before a smaller one
 */
export async function consistencyProof(
  hashes: TreeHashes,
  from: number,
  to: number,
): Promise<readonly Buffer[]> {
  if (!isCount(from) || !isCount(to) || from > to) {
    throw new RangeError(`A tree of ${to} does not begin with one of ${from}`);
  }
  if (from === 0 || from === to) return [];
  return read(hashes, pathFrom(from, [0, to], true));
}

/** Whether the hashes lead from a leaf to the root. */
export function isIncluded(
  leaf: Uint8Array,
  index: number,
  tree: { readonly size: number; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  if (!isCount(index) || index >= tree.size) return false;
  const path = pathTo(index, [0, tree.size]);
  if (path.length !== proof.length) return false;
  const root = path.reduce<Uint8Array>((node, [from], at) => {
    const sibling = proof[at] as Uint8Array;
    return from > index ? nodeHash(node, sibling) : nodeHash(sibling, node);
  }, leaf);
  return isEqual(root, tree.root);
}

/** A tree as somebody knows it. */
export interface KnownTree {
  readonly size: number;
  readonly root: Uint8Array;
}

/** Whether the hashes show that the second tree begins with the first. */
export function isConsistent(
  first: KnownTree,
  second: KnownTree,
  proof: readonly Uint8Array[],
): boolean {
  if (first.size > second.size) return false;
  if (first.size === 0) return proof.length === 0 && isEqual(first.root, EMPTY_ROOT);
  if (first.size === second.size) return proof.length === 0 && isEqual(first.root, second.root);
  const steps = stepsFrom(first.size, [0, second.size]);
  // A first tree that is a node of the second is known, and not among the hashes.
  const isNode = steps.every(({ side }) => side === 'right');
  const hashes = isNode ? [first.root, ...proof] : proof;
  if (hashes.length !== steps.length + 1) return false;
  const [start = first.root, ...rest] = hashes;
  let [old, now]: readonly Uint8Array[] = [start, start];
  for (const [at, { side }] of steps.entries()) {
    const sibling = rest[at] as Uint8Array;
    if (side === 'left') old = nodeHash(sibling, old as Uint8Array);
    now =
      side === 'left' ? nodeHash(sibling, now as Uint8Array) : nodeHash(now as Uint8Array, sibling);
  }
  return isEqual(old as Uint8Array, first.root) && isEqual(now as Uint8Array, second.root);
}

/** The siblings on the way from a leaf up to the root. */
function pathTo(index: number, [from, to]: Span): readonly Span[] {
  if (to - from === 1) return [];
  const middle = from + splitOf(to - from);
  return index < middle
    ? [...pathTo(index, [from, middle]), [middle, to]]
    : [...pathTo(index, [middle, to]), [from, middle]];
}

/** What tells a later tree from the end of an earlier one; the earlier one itself is known where it is a node. */
function pathFrom(size: number, [from, to]: Span, isWhole: boolean): readonly Span[] {
  if (size === to) return isWhole ? [] : [[from, to]];
  const middle = from + splitOf(to - from);
  return size <= middle
    ? [...pathFrom(size, [from, middle], isWhole), [middle, to]]
    : [...pathFrom(size, [middle, to], false), [from, middle]];
}

/** On which side of what is known each hash of a consistency proof stands. */
function stepsFrom(size: number, [from, to]: Span): readonly { readonly side: 'left' | 'right' }[] {
  if (size === to) return [];
  const middle = from + splitOf(to - from);
  return size <= middle
    ? [...stepsFrom(size, [from, middle]), { side: 'right' }]
    : [...stepsFrom(size, [middle, to]), { side: 'left' }];
}

function read(hashes: TreeHashes, spans: readonly Span[]): Promise<readonly Buffer[]> {
  return Promise.all(spans.map(([from, to]) => rangeHash(hashes, from, to)));
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
