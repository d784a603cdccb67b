import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { toPosition } from '#event-log';
import type { Position } from '#event-log';
import { HASH_BYTES } from '../hashing';
import type { KeptCheckpoint, KeptTree, PlacedLeaf } from '../store';
import { keptIn } from './checkpoint-file';
import { CHECKPOINTS, LEAVES, POSITION_BYTES, POSITIONS } from './file-names';
import { placedRecords } from './placed-records';
import { RecordFile } from './record-file';

/** A tree in a folder that another process may be keeping: its files are only read, as they are when they are asked for. */
export class KeptFolder implements KeptTree {
  constructor(private readonly folder: string) {}

  checkpoints(from: number): Promise<readonly KeptCheckpoint[]> {
    const path = join(this.folder, CHECKPOINTS);
    const notes = existsSync(path) ? keptIn(path) : [];
    const kept = new Map(notes.map(({ size, note }) => [size, note]));
    return Promise.resolve(
      [...kept].filter(([size]) => size >= from).map(([size, note]) => ({ size, note })),
    );
  }

  async latestCheckpoint(): Promise<KeptCheckpoint | undefined> {
    return (await this.checkpoints(0)).at(-1);
  }

  placed(from: number, count: number): Promise<readonly PlacedLeaf[]> {
    const hashes = this.records(LEAVES, HASH_BYTES, from, count);
    const positions = this.records(POSITIONS, POSITION_BYTES, from, count);
    return Promise.resolve(placedRecords(hashes, positions));
  }

  leaves(from: number, count: number): Promise<Buffer> {
    return Promise.resolve(this.records(LEAVES, HASH_BYTES, from, count));
  }

  positionOf(index: number): Promise<Position | undefined> {
    const found = this.records(POSITIONS, POSITION_BYTES, index, 1);
    return Promise.resolve(found.length === 0 ? undefined : toPosition(found.readBigUInt64BE()));
  }

  private records(name: string, bytes: number, from: number, count: number): Buffer {
    const path = join(this.folder, name);
    if (!existsSync(path)) return Buffer.alloc(0);
    const file = new RecordFile(path, bytes, { isToRead: true });
    try {
      return file.read(from, count);
    } finally {
      file.close();
    }
  }
}
