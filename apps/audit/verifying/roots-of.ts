import { GrowingTree, hashesIn } from '#ledger';

/** Of the trees of these sizes, as far as there are leaves. */
export function rootsOf(leaves: Buffer, sizes: ReadonlySet<number>): ReadonlyMap<number, Buffer> {
  const roots = new Map<number, Buffer>();
  const tree = new GrowingTree();
  for (const leaf of hashesIn(leaves)) {
    tree.add(leaf);
    if (sizes.has(tree.size)) roots.set(tree.size, tree.root());
  }
  return roots;
}
