import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, readSync } from 'node:fs';
import { appendWhole } from './append-whole';
import { OWNER_ONLY_FILE } from '#owner-files';

/** Records of one length, one after the other, in a file that only grows. */
export class RecordFile {
  private readonly file: number;
  private count: number;

  constructor(
    path: string,
    private readonly bytes: number,
    { isToRead = false } = {},
  ) {
    this.file = openSync(path, isToRead ? 'r' : 'a+', OWNER_ONLY_FILE);
    this.count = Math.floor(fstatSync(this.file).size / bytes);
    // What a crash left of the last one is none.
    if (!isToRead) ftruncateSync(this.file, this.count * bytes);
  }

  /** Of records. */
  get size(): number {
    return this.count;
  }

  append(records: Buffer): void {
    appendWhole(this.file, this.count * this.bytes, records);
    this.count += records.length / this.bytes;
  }

  /** Fewer where there are fewer. */
  read(from: number, count: number): Buffer {
    const length = Math.max(0, Math.min(count, this.count - from)) * this.bytes;
    const records = Buffer.alloc(length);
    for (let read = 0; read < length;) {
      const got = readSync(this.file, records, read, length - read, from * this.bytes + read);
      if (got === 0) throw new RangeError('The file is shorter than it was');
      read += got;
    }
    return records;
  }

  truncate(size: number): void {
    ftruncateSync(this.file, size * this.bytes);
    this.count = size;
  }

  sync(): void {
    fdatasyncSync(this.file);
  }

  close(): void {
    closeSync(this.file);
  }
}
