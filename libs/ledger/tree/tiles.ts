import { HASH_BYTES } from '../hashing';
import type { TreeHashes } from './hashes';
import type { Subtree } from './ranges';
import { GrowingTree } from './growing-tree';

/** Hashes of a full tile (tlog-tiles: height 8). */
export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;

/** A row of neighbouring hashes of level `8 × level`, from `index × 256` on, `width` of them. */
export interface Tile {
  readonly level: number;
  readonly index: number;
  /** 1–256. */
  readonly width: number;
}

/** `<L>/<N>[.p/<W>]`, with N in groups of three digits (tlog-tiles). */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0');
  const groups = digits.match(/.{3}/g) ?? [];
  const number = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group));
  return `${level}/${number.join('/')}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

/** The hashes of a tile, one after the other. @throws RangeError where the tree has not grown so far */
export async function hashTile(hashes: TreeHashes, tile: Tile): Promise<Buffer> {
  const level = tile.level * TILE_HEIGHT;
  const first = tile.index * TILE_WIDTH;
  const nodes = Array.from({ length: tile.width }, (_, at) => ({ level, index: first + at }));
  return Buffer.concat(await hashes.read(nodes));
}

/** Entries as they are served together: each with its length in two bytes before it. */
export function entryBundle(entries: readonly string[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      const bytes = Buffer.from(entry);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(bytes.length);
      return [length, bytes];
    }),
  );
}

/** @throws RangeError for a bundle that ends in the middle of an entry */
export function entriesOf(bundle: Buffer): readonly string[] {
  const entries: string[] = [];
  for (let at = 0; at < bundle.length;) {
    const end = at + 2 + bundle.readUInt16BE(at);
    if (end > bundle.length) throw new RangeError('The bundle ends in the middle of an entry');
    entries.push(bundle.toString('utf8', at + 2, end));
    at = end;
  }
  return entries;
}

/** The tree as tiles tell it: of each subtree asked for, the one tile that holds it is read. */
export class TileHashes implements TreeHashes {
  /**
   * @param size of the tree
   * @param tile reads one
   */
  constructor(
    private readonly size: number,
    private readonly tile: (tile: Tile) => Promise<Uint8Array>,
  ) {}

  async read(subtrees: readonly Subtree[]): Promise<readonly Uint8Array[]> {
    const tiles = new Map<string, Promise<Uint8Array>>();
    return Promise.all(
      subtrees.map(async (subtree) => {
        const { tile, from, count } = this.placeOf(subtree);
        const path = tilePath(tile);
        const reading = tiles.get(path) ?? this.tile(tile);
        tiles.set(path, reading);
        return hashIn(await reading, from, count);
      }),
    );
  }

  private placeOf({ level, index }: Subtree) {
    const tileLevel = Math.floor(level / TILE_HEIGHT);
    const count = 2 ** (level % TILE_HEIGHT);
    const first = index * count;
    const width = Math.floor(this.size / 2 ** (tileLevel * TILE_HEIGHT));
    if (first + count > width) throw new RangeError('The tree has not grown so far');
    const tileIndex = Math.floor(first / TILE_WIDTH);
    return {
      tile: {
        level: tileLevel,
        index: tileIndex,
        width: Math.min(TILE_WIDTH, width - tileIndex * TILE_WIDTH),
      },
      from: first % TILE_WIDTH,
      count,
    };
  }
}

function hashIn(tile: Uint8Array, from: number, count: number): Uint8Array {
  if (tile.length < (from + count) * HASH_BYTES) throw new RangeError('The tile is too short');
  const hashes = tile.subarray(from * HASH_BYTES, (from + count) * HASH_BYTES);
  return count === 1 ? hashes : GrowingTree.over(hashes).root();
}
