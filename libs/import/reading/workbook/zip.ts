import { fromBuffer } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { requireWithin } from '../read-limits';

/** The parts of a zip archive. Their names have no case (ECMA-376, part 2). */
export class Zip {
  private unpacked = 0;

  private constructor(
    private readonly file: string,
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async open(file: string, content: Uint8Array): Promise<Zip> {
    const { zip, entries } = await listed(
      Buffer.from(content.buffer, content.byteOffset, content.byteLength),
    );
    return new Zip(file, zip, entries);
  }

  has(path: string): boolean {
    return this.entries.has(path.toLowerCase());
  }

  /**
   * What the archive says of a size is what is counted: a bomb is refused before a byte of it is unpacked, and an
   * entry that says less than it has is refused while it is.
   */
  async part(path: string): Promise<AsyncIterable<Buffer> | undefined> {
    const entry = this.entries.get(path.toLowerCase());
    if (entry === undefined) return undefined;
    this.unpacked += entry.uncompressedSize;
    requireWithin('unpackedBytes', this.unpacked, this.file);
    return new Promise((resolve, reject) => {
      this.zip.openReadStream(entry, (failure, stream) => {
        if (failure) reject(failure);
        else resolve(stream);
      });
    });
  }
}

function listed(content: Buffer): Promise<{ zip: ZipFile; entries: Map<string, Entry> }> {
  return new Promise((resolve, reject) => {
    // `autoClose` would close the archive before its entries are read.
    fromBuffer(content, { lazyEntries: true, autoClose: false }, (failure, zip) => {
      if (failure) {
        reject(failure);
        return;
      }
      const entries = new Map<string, Entry>();
      zip.on('entry', (entry: Entry) => {
        const name = entry.fileName.toLowerCase();
        if (entries.has(name)) {
          reject(new Error(`it has the part ${entry.fileName} twice`));
          return;
        }
        entries.set(name, entry);
        zip.readEntry();
      });
      zip.on('end', () => {
        resolve({ zip, entries });
      });
      zip.on('error', reject);
      zip.readEntry();
    });
  });
}
