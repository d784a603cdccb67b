import { crc32, deflateRawSync } from 'node:zlib';

interface Entry {
  readonly path: string;
  readonly content: Buffer;
  /** What the archive says of the size; it need not be true. */
  readonly claimed: number;
}

/** A zip archive of these parts. `claims`: sizes that are not true. */
export function zipOf(
  parts: Readonly<Record<string, string | Buffer>>,
  claims: Readonly<Record<string, number>> = {},
): Buffer {
  const entries = Object.entries(parts).map(([path, text]): Entry => {
    const content = Buffer.from(text);
    return { path, content, claimed: claims[path] ?? content.length };
  });
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const data = deflateRawSync(entry.content);
    const name = Buffer.from(entry.path);
    const about = aboutEntry(entry, data, name);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), about, name, data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), about, rest, name]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, Buffer.from('PK\u0005\u0006'), end]);
}

function aboutEntry({ content, claimed }: Entry, data: Buffer, name: Buffer): Buffer {
  const about = Buffer.alloc(26);
  about.writeUInt16LE(20, 0);
  about.writeUInt16LE(0x800, 2);
  about.writeUInt16LE(8, 4);
  about.writeUInt32LE(crc32(content), 10);
  about.writeUInt32LE(data.length, 14);
  about.writeUInt32LE(claimed, 18);
  about.writeUInt16LE(name.length, 22);
  return about;
}
