import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract } from 'tar';
import { CannotTell } from '../terminal/outcome';
import { MANIFEST, MANIFEST_HASH } from './manifest';
import type { Manifest, ManifestFile } from './manifest';

/** An export as it lies there, whatever was done to it since it was written. */
export class ExportFolder {
  private constructor(
    readonly folder: string,
    readonly manifest: Manifest,
    private readonly temporary: string | undefined,
  ) {}

  /**
   * @param path of a folder, or of a `.tar.gz`
   * @throws CannotTell for what is no export
   */
  static async open(path: string): Promise<ExportFolder> {
    if (!existsSync(path)) throw notAnExport(path);
    if (statSync(path).isDirectory()) return new ExportFolder(path, manifestIn(path), undefined);
    const temporary = mkdtempSync(join(tmpdir(), 'four-good-export-'));
    try {
      await extract({
        file: path,
        cwd: temporary,
        filter: (_, entry) =>
          !('type' in entry) || entry.type === 'File' || entry.type === 'Directory',
      });
      return new ExportFolder(temporary, manifestIn(temporary), temporary);
    } catch (error) {
      rmSync(temporary, { recursive: true, force: true });
      throw error instanceof CannotTell ? error : notAnExport(path);
    }
  }

  get isManifestWhole(): boolean {
    const text = this.read('manifest.json') ?? '';
    const sha256 = createHash('sha256').update(text).digest('hex');
    return this.read(MANIFEST_HASH)?.toString() === `${sha256}  manifest.json\n`;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Nothing for a file that is not there. */
  read(name: string): Buffer | undefined {
    const path = this.path(name);
    return existsSync(path) ? readFileSync(path) : undefined;
  }

  /** Whether a file is the one that was written. */
  async isWhole({ name, bytes, sha256 }: ManifestFile): Promise<boolean> {
    const path = this.path(name);
    if (!existsSync(path) || statSync(path).size !== bytes) return false;
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    return hash.digest('hex') === sha256;
  }

  close(): void {
    if (this.temporary !== undefined) rmSync(this.temporary, { recursive: true, force: true });
  }
}

function manifestIn(folder: string): Manifest {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) throw notAnExport(folder);
  try {
    const { data } = MANIFEST.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    if (data !== undefined) return data;
  } catch {
    // Told below.
  }
  throw notAnExport(folder);
}

function notAnExport(path: string): CannotTell {
  return new CannotTell({
    vi: `${path} không phải là một bản xuất hoàn chỉnh (không đọc được manifest.json).`,
    en: `${path} is no complete export (manifest.json cannot be read).`,
  });
}
