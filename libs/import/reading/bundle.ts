/** The tables and framework files that an office imports, as they were read. */
export interface Bundle {
  readonly tables: ReadonlyMap<string, Table>;
  readonly frameworks: readonly FrameworkFile[];
}

export interface Table {
  /** As the user named it: `meetings.csv`, or a sheet: `book.xlsx#meetings`. */
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** Counted as in a spreadsheet: the header is 1. */
  readonly number: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface FrameworkFile {
  readonly file: string;
  readonly text: string;
}

/** The folder, file or workbook cannot be read as a bundle at all. */
export class BundleUnreadable extends Error {
  override readonly name = 'BundleUnreadable';
}
