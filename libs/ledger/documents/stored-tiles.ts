import { HASH_BYTES } from '../hashing';
import { GrowingTree, TILE_WIDTH } from '../tree';
import type { Tile } from '../tree';
import type { LeavesDocument, TileDocument } from './collections';
import type { KeptDocuments } from './kept-documents';

/** Above the leaves: with four of them a proof among four thousand million leaves reads five tiles. */
const UPPER_LEVELS = 4;

/**
 * The tree in documents of one tile each. Tiles above the leaves are kept when those below them are full; what a crash
 * left out is computed by who reads, and kept with the next leaves.
 */
export class StoredTiles {
  constructor(
    private readonly leaves: KeptDocuments<LeavesDocument>,
    private readonly nodes: KeptDocuments<TileDocument>,
  ) {}

  async hashes(tile: Tile): Promise<Buffer> {
    const found = await this.found(tile);
    const parts = [found.subarray(0, tile.width * HASH_BYTES)];
    for (let at = found.length / HASH_BYTES; at < tile.width; at += 1) {
      if (tile.level === 0) throw new RangeError('The tree has not grown so far');
      parts.push(await this.rootBelow(tile, at));
    }
    return Buffer.concat(parts);
  }

  /** Keeps what tiles below are full for, in a tree of so many leaves. */
  async complete(size: number): Promise<void> {
    for (let level = 1; level <= UPPER_LEVELS; level += 1) {
      const wanted = Math.floor(size / TILE_WIDTH ** level);
      for (let known = await this.known(level); known < wanted;) {
        const index = Math.floor(known / TILE_WIDTH);
        const width = Math.min(TILE_WIDTH, wanted - index * TILE_WIDTH);
        const hashes = (await this.hashes({ level, index, width })).toString('base64');
        await this.nodes.keep(tileId({ level, index }), { level, index, hashes });
        known = index * TILE_WIDTH + width;
      }
    }
  }

  /** Forgets what a tree of so many leaves has not: the highest first, so that none stands above what is gone. */
  async truncate(size: number): Promise<void> {
    for (let level = UPPER_LEVELS; level >= 1; level -= 1) {
      const wanted = Math.floor(size / TILE_WIDTH ** level);
      for (let known = await this.known(level); known > wanted; known = await this.known(level)) {
        const index = Math.floor((known - 1) / TILE_WIDTH);
        const width = wanted - index * TILE_WIDTH;
        const id = tileId({ level, index });
        if (width <= 0) {
          await this.nodes.keep(id, 'deleted');
        } else {
          const hashes = (await this.hashes({ level, index, width })).toString('base64');
          await this.nodes.keep(id, { level, index, hashes });
        }
      }
    }
  }

  /** Of hashes that are kept of a level. */
  private async known(level: number): Promise<number> {
    const last = await this.nodes.last('index', { level });
    return last === undefined ? 0 : last.index * TILE_WIDTH + bytesOf(last).length / HASH_BYTES;
  }

  private async found(tile: Tile): Promise<Buffer> {
    const kept: Pick<KeptDocuments<TileDocument>, 'load'> = tile.level === 0
      ? this.leaves
      : this.nodes;
    const id = tileId(tile);
    const document = (await kept.load([id])).get(id);
    return document === undefined ? Buffer.alloc(0) : bytesOf(document);
  }

  private async rootBelow({ level, index }: Tile, at: number): Promise<Buffer> {
    const below = { level: level - 1, index: index * TILE_WIDTH + at, width: TILE_WIDTH };
    const hashes = await this.hashes(below);
    const tree = new GrowingTree();
    for (let hash = 0; hash < TILE_WIDTH; hash += 1) {
      tree.add(hashes.subarray(hash * HASH_BYTES, (hash + 1) * HASH_BYTES));
    }
    return tree.root();
  }
}

export function tileId({ level, index }: Pick<Tile, 'level' | 'index'>): string {
  return `${level}/${index}`;
}

export function bytesOf({ hashes }: TileDocument): Buffer {
  return Buffer.from(hashes, 'base64');
}
