export { GrowingTree } from './growing-tree';
export { rootOf, type TreeHashes } from './hashes';
export { LeafHashes } from './leaf-hashes';
export {
  consistencyProof,
  inclusionProof,
  isConsistent,
  isIncluded,
  type KnownTree,
} from './proofs';
export type { Subtree } from './ranges';
export {
  entriesOf,
  entryBundle,
  hashTile,
  tilePath,
  TILE_WIDTH,
  TileHashes,
  type Tile,
} from './tiles';
