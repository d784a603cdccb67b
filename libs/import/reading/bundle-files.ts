import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, extname, join, sep } from 'node:path';
import { BundleUnreadable } from './bundle';
import type { Bundle, FrameworkFile, Table } from './bundle';
import { readCsv } from './read-csv';
import { readWorkbook } from './read-workbook';
import { readText } from './read-text';
import { isTableOfRows } from '../tables';

const PARTS = /(^[^/]+\.(csv|xlsx)|^frameworks\/[^/]+\.json)$/i;

export interface BundleFile {
  /** Inside the bundle, with forward slashes: `frameworks/x.json`. */
  readonly path: string;
  readonly content: Buffer;
}

/** The files of a folder that may be part of a bundle, or the one workbook or table named. */
export async function readBundleFiles(path: string): Promise<readonly BundleFile[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new BundleUnreadable(`${path} does not exist.`);
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

/** Makes a bundle of the files of a folder, or of one workbook. Other files are ignored. */
export async function bundleOfFiles(files: readonly BundleFile[]): Promise<Bundle> {
  const tables = new Map<string, Table>();
  const frameworks: FrameworkFile[] = [];
  const add = (name: string, table: Table): void => {
    if (tables.has(name)) {
      throw new BundleUnreadable(
        `The bundle contains the table ${name} twice, the second time in ${table.file}.`,
      );
    }
    tables.set(name, table);
  };
  for (const { path, content } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const extension = extname(path).toLowerCase();
    if (path.startsWith('frameworks/') && extension === '.json') {
      frameworks.push({ file: path, text: readText(path, content) });
    } else if (extension === '.csv') {
      const name = basename(path, extname(path));
      if (isTableOfRows(name)) add(name, readCsv(path, content));
    } else if (extension === '.xlsx') {
      for (const table of await readWorkbook(path, content)) {
        add(table.file.slice(path.length + 1), table);
      }
    }
  }
  if (tables.size === 0 && frameworks.length === 0) {
    const found = files.map(({ path }) => path).join(', ');
    throw new BundleUnreadable(
      `The bundle contains no known table (found: ${found === '' ? 'no files' : found}).`,
    );
  }
  return { tables, frameworks };
}
