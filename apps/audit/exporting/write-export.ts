import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { joinCheckpoints, readCheckpoint } from '#ledger';
import { eventsFile, LEAVES_PER_FILE, MANIFEST, MANIFEST_HASH } from '../reading/manifest';
import type { Manifest, ManifestFile } from '../reading/manifest';
import { CannotTell } from '../terminal/outcome';
import { frameworksIn } from './frameworks';
import type { HistorySource } from './history-source.port';
import { README_TEXT } from './readme-text';

export interface ExportRequest {
  readonly folder: string;
  readonly under?: string | undefined;
  /** Of a tree that has a checkpoint; by default, the last one. */
  readonly at?: number | undefined;
  readonly now: () => Date;
  readonly onProgress: (events: number, size: number) => void;
}

/** What is written first: an export that was cut off goes on with the same tree. */
const PROGRESS = 'export.progress.json';

/** Writes an export, or goes on with one that was cut off. @throws CannotTell */
export async function writeExport(
  source: HistorySource,
  request: ExportRequest,
): Promise<Manifest> {
  const { folder, now } = request;
  mkdirSync(folder, { recursive: true });
  if (existsSync(join(folder, 'manifest.json'))) {
    throw new CannotTell({
      vi: `${folder} đã có một bản xuất.`,
      en: `There is an export in ${folder} already.`,
    });
  }
  const checkpoints = await source.checkpoints();
  const checkpoint = chosen(checkpoints, begunWith(folder) ?? request.at);
  const { origin, size } = readCheckpoint(checkpoint);
  const { log, part } = await source.about();
  const under = request.under ?? part;
  const manifest: Manifest = {
    format: 1,
    origin,
    log,
    size,
    scope: { under: under ?? null },
    createdAt: now().toISOString(),
    files: [],
    keys: [...(await source.keys())],
  };
  const done = goneOn(folder, manifest);
  const put = (name: string, text: string | Uint8Array) => {
    writeFileSync(join(folder, name), text);
    return fileOf(folder, name);
  };
  const kept = checkpoints.filter((note) => readCheckpoint(note).size <= size);
  const files = [
    await put('README.txt', README_TEXT),
    await put('checkpoint', checkpoint),
    await put('checkpoints', joinCheckpoints(kept)),
  ];
  await pipeline(Readable.from(source.leaves(size)), createWriteStream(join(folder, 'leaves.bin')));
  files.push(await fileOf(folder, 'leaves.bin'));
  for (let from = 0, number = 0; from < size; from += LEAVES_PER_FILE, number += 1) {
    const to = Math.min(size, from + LEAVES_PER_FILE);
    const name = eventsFile(number);
    const known = done.find((file) => file.name === name);
    if (known === undefined) {
      await writeEvents(join(folder, name), source.events(from, to, request.under));
      done.push(await fileOf(folder, name));
      writeFileSync(join(folder, PROGRESS), JSON.stringify({ ...manifest, files: done }));
    }
    request.onProgress(to, size);
  }
  const { withEvents, drafted } = await frameworksIn(
    folder,
    done.map(({ name }) => name),
  );
  mkdirSync(join(folder, 'frameworks'), { recursive: true });
  for (const [name, definition] of drafted) {
    files.push(
      await put(`frameworks/${name}.json`, `${JSON.stringify(definition, undefined, 2)}\n`),
    );
  }
  for (const file of done) {
    // Of a part, most files could have none.
    if (under === undefined || withEvents.has(file.name)) files.push(file);
    else rmSync(join(folder, file.name));
  }
  const whole = { ...manifest, files };
  writeManifest(folder, whole);
  rmSync(join(folder, PROGRESS), { force: true });
  return whole;
}

function chosen(checkpoints: readonly string[], at: number | undefined): string {
  const sizes = checkpoints.map((note) => readCheckpoint(note).size);
  const found = at === undefined ? checkpoints.at(-1) : checkpoints[sizes.indexOf(at)];
  if (found !== undefined) return found;
  if (at === undefined) {
    throw new CannotTell({ vi: 'Chưa có dấu kiểm nào.', en: 'Nothing was signed yet.' });
  }
  const nearest = [sizes.findLast((size) => size < at), sizes.find((size) => size > at)];
  const told = nearest.filter((size) => size !== undefined).join(', ');
  throw new CannotTell({
    vi: `Không có dấu kiểm nào cho ${at} sự kiện; gần nhất: ${told}.`,
    en: `No checkpoint is of ${at} events; the nearest are of ${told}.`,
  });
}

/** With its own hash beside it, as `sha256sum -c` reads it. */
export function writeManifest(folder: string, manifest: Manifest): void {
  const text = `${JSON.stringify(manifest, undefined, 2)}\n`;
  const sha256 = createHash('sha256').update(text).digest('hex');
  writeFileSync(join(folder, MANIFEST_HASH), `${sha256}  manifest.json\n`);
  writeFileSync(join(folder, 'manifest.json'), text);
}

/** The size of the tree that an export was begun with. */
function begunWith(folder: string): number | undefined {
  return progressIn(folder)?.size;
}

function goneOn(folder: string, manifest: Manifest): ManifestFile[] {
  const begun = progressIn(folder);
  const isSame =
    begun?.origin === manifest.origin &&
    begun.size === manifest.size &&
    begun.scope.under === manifest.scope.under;
  const files = isSame ? [...begun.files] : [];
  writeFileSync(join(folder, PROGRESS), JSON.stringify({ ...manifest, files }));
  return files;
}

function progressIn(folder: string): Manifest | undefined {
  const path = join(folder, PROGRESS);
  if (!existsSync(path)) return undefined;
  const { data } = MANIFEST.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  return data;
}

/** Under its name the file is whole or not there. */
async function writeEvents(path: string, lines: AsyncIterable<Uint8Array>): Promise<void> {
  const draft = `${path}.part`;
  await pipeline(Readable.from(lines), createGzip(), createWriteStream(draft));
  renameSync(draft, path);
}

export async function fileOf(folder: string, name: string): Promise<ManifestFile> {
  const path = join(folder, name);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return { name, bytes: statSync(path).size, sha256: hash.digest('hex') };
}
