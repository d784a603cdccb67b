import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { toPosition } from '#event-log';
import type { Position } from '#event-log';
import { HASH_BYTES } from '../hashing';
import type { KeptCheckpoint, LedgerStore, PlacedLeaf } from '../store';
import { GrowingTree, TILE_WIDTH, TileHashes } from '../tree';
import type { Subtree, Tile } from '../tree';
import { CheckpointFile } from './checkpoint-file';
import { OWNER_ONLY_FOLDER } from '#owner-files';
import { CHECKPOINTS, LEAVES, POSITION_BYTES, POSITIONS } from './file-names';
import { placedRecords } from './placed-records';
import { RecordFile } from './record-file';

/** Above the leaves: with four of them a proof among four thousand million leaves reads five tiles. */
const UPPER_LEVELS = 4;

/**
 * A ledger in a folder of its own: `leaves`, the 32 bytes of each leaf's hash; `positions`, where their events are;
 * `checkpoints`, as they are served. `tiles-1` and up can be made again from the leaves.
 */
export class FileLedgerStore implements LedgerStore {
  private readonly hashes: RecordFile;
  private readonly positions: RecordFile;
  private readonly upper: readonly RecordFile[];
  private readonly signed: CheckpointFile;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
    this.hashes = new RecordFile(join(folder, LEAVES), HASH_BYTES);
    this.positions = new RecordFile(join(folder, POSITIONS), POSITION_BYTES);
    this.upper = Array.from(
      { length: UPPER_LEVELS },
      (_, at) => new RecordFile(join(folder, `tiles-${at + 1}`), HASH_BYTES),
    );
    this.signed = new CheckpointFile(join(folder, CHECKPOINTS));
    // A crash came between the two.
    this.cutTo(Math.min(this.hashes.size, this.positions.size));
    this.completeTiles();
  }

  /** A data folder has one process: the log in it is locked. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    return work();
  }

  size(): Promise<number> {
    return Promise.resolve(this.hashes.size);
  }

  append(leaves: readonly PlacedLeaf[]): Promise<void> {
    this.hashes.append(Buffer.concat(leaves.map(({ hash }) => hash)));
    this.positions.append(
      Buffer.concat(
        leaves.map(({ position }) => {
          const bytes = Buffer.alloc(POSITION_BYTES);
          bytes.writeBigUInt64BE(position);
          return bytes;
        }),
      ),
    );
    this.hashes.sync();
    this.positions.sync();
    this.completeTiles();
    return Promise.resolve();
  }

  truncate(size: number): Promise<void> {
    this.cutTo(size);
    return Promise.resolve();
  }

  leaves(from: number, count: number): Promise<Buffer> {
    return Promise.resolve(this.hashes.read(from, count));
  }

  placed(from: number, count: number): Promise<readonly PlacedLeaf[]> {
    return Promise.resolve(
      placedRecords(this.hashes.read(from, count), this.positions.read(from, count)),
    );
  }

  read(subtrees: readonly Subtree[]): Promise<readonly Uint8Array[]> {
    const tiles = new TileHashes(this.hashes.size, (tile) => Promise.resolve(this.tile(tile)));
    return tiles.read(subtrees);
  }

  positionOf(index: number): Promise<Position | undefined> {
    return Promise.resolve(index < this.positions.size ? this.at(index) : undefined);
  }

  indexOf(position: Position): Promise<number | undefined> {
    let [low, high] = [0, this.positions.size];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.at(middle) < position) low = middle + 1;
      else high = middle;
    }
    const isThere = low < this.positions.size && this.at(low) === position;
    return Promise.resolve(isThere ? low : undefined);
  }

  latestCheckpoint(): Promise<KeptCheckpoint | undefined> {
    return Promise.resolve(this.signed.latest);
  }

  firstCheckpoint(from: number): Promise<KeptCheckpoint | undefined> {
    return Promise.resolve(this.signed.firstFrom(from));
  }

  checkpoints(from: number): Promise<readonly KeptCheckpoint[]> {
    return Promise.resolve(this.signed.from(from));
  }

  keepCheckpoint(checkpoint: KeptCheckpoint): Promise<void> {
    this.signed.keep(checkpoint);
    return Promise.resolve();
  }

  close(): Promise<void> {
    for (const file of [this.hashes, this.positions, ...this.upper, this.signed]) file.close();
    return Promise.resolve();
  }

  private at(index: number): Position {
    return toPosition(this.positions.read(index, 1).readBigUInt64BE());
  }

  private tile({ level, index, width }: Tile): Buffer {
    return this.level(level).read(index * TILE_WIDTH, width);
  }

  private level(level: number): RecordFile {
    const file = level === 0 ? this.hashes : this.upper[level - 1];
    if (file === undefined) throw new RangeError(`There is no level ${level}`);
    return file;
  }

  private cutTo(size: number): void {
    this.hashes.truncate(size);
    this.positions.truncate(size);
    let below = size;
    for (const file of this.upper) {
      below = Math.floor(below / TILE_WIDTH);
      if (file.size > below) file.truncate(below);
    }
  }

  /** Of each full tile, its root is a hash of the level above. */
  private completeTiles(): void {
    for (const [at, file] of this.upper.entries()) {
      const below = this.level(at);
      while ((file.size + 1) * TILE_WIDTH <= below.size) {
        const tile = below.read(file.size * TILE_WIDTH, TILE_WIDTH);
        file.append(GrowingTree.over(tile).root());
      }
    }
  }
}
