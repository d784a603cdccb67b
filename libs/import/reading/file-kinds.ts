import { posix } from 'node:path';
import { TABLE_NAMES, isTableOfRows } from '../tables';
import type { TableOfRows } from '../tables';
import { plainName } from './names';

/** What a file of a bundle is, by its name. */
export type FileKind =
  | { readonly kind: 'table'; readonly name: TableOfRows }
  | { readonly kind: 'workbook' }
  | { readonly kind: 'framework' }
  /** Left behind by a system or a program beside the office's own files. */
  | { readonly kind: 'trace' }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Files that systems, spreadsheets and we ourselves leave behind: nobody would look for their rows in a report. */
const TRACES = [
  /^\./,
  /^~\$/,
  /^thumbs\.db$/i,
  /^ehthumbs\.db$/i,
  /^desktop\.ini$/i,
  /^icon\r$/i,
  /^__macosx$/i,
  /^\$recycle\.bin$/i,
  /^system volume information$/i,
  /^lost\+found$/i,
  /^import-report\.csv$/i,
];

/** @param path inside the bundle, with forward slashes */
export function fileKindOf(path: string): FileKind {
  const folders = path.split('/');
  const file = folders.pop() ?? '';
  if ([...folders, file].some(isTrace)) return { kind: 'trace' };
  const extension = plainName(posix.extname(file));
  const name = plainName(posix.basename(file, posix.extname(file)));
  const [folder] = folders;
  if (folder === undefined) {
    if (extension === '.xlsx') return { kind: 'workbook' };
    if (extension === '.csv' && isTableOfRows(name)) return { kind: 'table', name };
  } else if (folders.length === 1 && plainName(folder) === 'frameworks' && extension === '.json') {
    return { kind: 'framework' };
  }
  return { kind: 'unknown', reason: reasonFor(folder, name, extension) };
}

/** Whether the file or folder of this name is a trace of a program, not an office's own. */
export function isTrace(name: string): boolean {
  return TRACES.some((trace) => trace.test(name));
}

function reasonFor(folder: string | undefined, name: string, extension: string): string {
  if (folder !== undefined) {
    return 'Folders are not looked into, but for frameworks with its .json files; the file was left alone.';
  }
  const isTable = TABLE_NAMES.some((table) => table === name);
  return extension !== '.csv' &&
    (isTable || /^\.(xls|xlsm|xlsb|ods|numbers|tsv|txt)$/.test(extension))
    ? 'Tables are .csv files, or sheets of an .xlsx workbook: save it as one; the file was left alone.'
    : 'No table of the import has this name; the file was left alone.';
}
