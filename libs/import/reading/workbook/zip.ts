import { fromBuffer } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';

/** Unpacked sizes are declared in the archive: a bomb is refused before a byte of it is unpacked. */
const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;

export interface Zip {
  /** The text of an entry; empty where there is none. */
  text(path: string): Promise<string>;
}

export async function openZip(content: Buffer): Promise<Zip> {
  const { zip, entries } = await listed(content);
  let unpacked = 0;
  return {
    async text(path) {
      const entry = entries.get(path);
      if (entry === undefined) return '';
      unpacked += entry.uncompressedSize;
      if (unpacked > MAX_UNPACKED_BYTES) throw new Error('it unpacks to more than 256 MiB');
      return unpack(zip, entry);
    },
  };
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
        entries.set(entry.fileName, entry);
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

function unpack(zip: ZipFile, entry: Entry): Promise<string> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (failure, stream) => {
      if (failure) {
        reject(failure);
        return;
      }
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        resolve(Buffer.concat(chunks).toString('utf8'));
      });
      stream.on('error', reject);
    });
  });
}
