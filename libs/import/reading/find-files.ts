import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { BundleUnreadable } from './bundle';
import type { BundleFile } from './bundle-files';
import { fileKindOf, isTrace } from './file-kinds';

/** A folder with more in it is hardly a bundle, and nobody would read a list of it. */
const MAX_FOUND = 1_000;

/**
 * The files of a folder, or the one workbook or table named. Of files that no bundle has, only the names: nobody
 * needs their content.
 */
export async function readBundleFiles(path: string): Promise<readonly BundleFile[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new BundleUnreadable(`${path} does not exist.`);
  if (found.isFile()) return [{ path: basename(path), content: await readFile(path) }];
  const files: BundleFile[] = [];
  for await (const name of namesBelow(path)) {
    if (files.length === MAX_FOUND) {
      throw new BundleUnreadable(
        `${path} has more than ${MAX_FOUND} files: name the folder with the tables alone.`,
        { code: 'LIMIT_EXCEEDED' },
      );
    }
    const isNeeded = fileKindOf(name).kind !== 'unknown' && (await isFile(join(path, name)));
    files.push({ path: name, content: isNeeded ? await readFile(join(path, name)) : NOTHING });
  }
  return files;
}

const NOTHING = Buffer.alloc(0);

/** Links to folders are not followed: they may lead round in circles. */
async function* namesBelow(root: string, folder = ''): AsyncGenerator<string> {
  for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (isTrace(entry.name)) continue;
    if (entry.isDirectory()) yield* namesBelow(root, name);
    else yield name;
  }
}

/** What is no file, such as a pipe, would be read for ever. */
function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
