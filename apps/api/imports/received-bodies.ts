import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PayloadTooLargeException } from '@nestjs/common';
import { unavailable } from '../errors';
import { OWNER_ONLY_FILE, OWNER_ONLY_FOLDER } from '#owner-files';

/** The disk says no: there is nothing that the client could do otherwise. */
const OF_THE_DISK: ReadonlySet<string> = new Set([
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EACCES',
  'ENOTDIR',
  'EIO',
]);

/** Bodies that are too large for memory, in files while they are needed. */
export class ReceivedBodies {
  constructor(
    private readonly folder: string,
    private readonly mostBytes: number,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /** Removes what a service that was killed has left. */
  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /**
   * Writes it as it comes. What is too large, or breaks off, leaves nothing.
   *
   * @returns the path of the file, which is the caller's to remove
   */
  async receive(body: Readable, announcedBytes = 0): Promise<string> {
    if (announcedBytes > this.mostBytes) throw new PayloadTooLargeException();
    const path = join(this.folder, `${randomUUID()}.json`);
    try {
      mkdirSync(this.folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
      const file = createWriteStream(path, { flags: 'wx', mode: OWNER_ONLY_FILE });
      await pipeline(body, atMost(this.mostBytes), file);
      return path;
    } catch (error) {
      await this.remove(path);
      if (!isOfTheDisk(error)) throw error;
      this.onFailure(error);
      throw unavailable();
    }
  }

  async remove(path: string): Promise<void> {
    await rm(path, { force: true }).catch(this.onFailure);
  }
}

function atMost(limit: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      if (bytes > limit) done(new PayloadTooLargeException());
      else done(null, chunk);
    },
  });
}

function isOfTheDisk(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    OF_THE_DISK.has(String(error.code))
  );
}
