import { basename, extname } from 'node:path';
import { BundleUnreadable } from './bundle';
import type { Bundle, FrameworkFile, Table } from './bundle';
import { readCsv } from './read-csv';
import { readWorkbook } from './read-workbook';
import { readText } from './read-text';
import { isTableOfRows } from './table-names';

export interface BundleFile {
  /** Inside the bundle, with forward slashes: `frameworks/x.json`. */
  readonly path: string;
  readonly content: Buffer;
}

/** Makes a bundle of the files of a folder, or of one workbook. What is no part of a bundle is left alone. */
export async function bundleOfFiles(files: readonly BundleFile[]): Promise<Bundle> {
  const tables = new Map<string, Table>();
  const frameworks: FrameworkFile[] = [];
  const add = (name: string, table: Table): void => {
    if (tables.has(name)) throw new BundleUnreadable(`The table ${name} is given twice`);
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
    throw new BundleUnreadable('There is no table of the import in it');
  }
  return { tables, frameworks };
}
