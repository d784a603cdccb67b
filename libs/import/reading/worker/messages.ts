import type { FileNotice, FrameworkFile, TableRow, Unreadable } from '../bundle';
import type { BundleFile } from '../bundle-files';
import type { RequestIssue } from './import-request';

/** What a worker is given to read. */
export type BundleSource =
  | { readonly kind: 'files'; readonly files: readonly BundleFile[] }
  /** The body of a request, which has the files in it, as a file of its own. */
  | { readonly kind: 'request'; readonly path: string };

/** What it answers: first one of these, and of a bundle its rows, as many at a time as are asked for. */
export type ReadMessage =
  | {
      readonly kind: 'bundle';
      readonly dryRun: boolean;
      readonly frameworks: readonly FrameworkFile[];
      readonly notices: readonly FileNotice[];
      readonly tables: readonly TableHead[];
    }
  | { readonly kind: 'rows'; readonly table: string; readonly rows: readonly TableRow[] }
  | { readonly kind: 'end' }
  | { readonly kind: 'unreadable'; readonly message: string; readonly where: Unreadable }
  | { readonly kind: 'invalid'; readonly issues: readonly RequestIssue[] };

export interface TableHead {
  readonly name: string;
  readonly file: string;
  readonly columns: readonly string[];
}
