import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { BundleUnreadable } from './bundle';
import type { BundleFile } from './bundle-of-files';

const PARTS = /(^[^/]+\.(csv|xlsx)|^frameworks\/[^/]+\.json)$/i;

/** The files of a folder that may be part of a bundle, or the one workbook or table named. */
export async function readBundleFiles(path: string): Promise<readonly BundleFile[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new BundleUnreadable(`${path} does not exist`);
  if (found.isFile()) return [{ path: basename(path), content: await readFile(path) }];
  const names = await readdir(path, { recursive: true });
  const parts = names.map((name) => name.split(sep).join('/')).filter((name) => PARTS.test(name));
  return Promise.all(
    parts.map(async (name) => ({
      path: name,
      content: await readFile(join(path, name)),
    })),
  );
}
