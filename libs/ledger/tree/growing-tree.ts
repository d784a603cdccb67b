import { hashesIn, nodeHash } from '../hashing';
import { joined } from './hashes';

/** The right edge of a tree, to which leaves are added: it knows the root of what it has, and little else. */
export class GrowingTree {
  /** Of complete subtrees, the largest first, with their levels falling. */
  private readonly edge: { readonly level: number; readonly hash: Buffer }[] = [];
  private count = 0;

  /** Of hashes that stand one after the other. */
  static over(hashes: Uint8Array): GrowingTree {
    const tree = new GrowingTree();
    for (const hash of hashesIn(hashes)) tree.add(hash);
    return tree;
  }

  get size(): number {
    return this.count;
  }

  add(leaf: Uint8Array): void {
    let added: { level: number; hash: Buffer } = { level: 0, hash: Buffer.from(leaf) };
    while (this.edge.at(-1)?.level === added.level) {
      const left = this.edge.pop();
      if (left === undefined) break;
      added = { level: added.level + 1, hash: nodeHash(left.hash, added.hash) };
    }
    this.edge.push(added);
    this.count += 1;
  }

  root(): Buffer {
    return joined(this.edge.map(({ hash }) => hash));
  }
}
