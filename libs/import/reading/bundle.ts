/** The tables and framework files that an office imports, as they were read. */
export interface Bundle {
  readonly tables: ReadonlyMap<string, Table>;
  readonly frameworks: readonly FrameworkFile[];
  /** What else was found, and what became of it: nothing is passed over in silence. */
  readonly notices?: readonly FileNotice[];
}

export interface Table {
  /** As the user named it: `meetings.csv`, or a sheet: `book.xlsx#meetings`. */
  readonly file: string;
  readonly columns: readonly string[];
  /** In a bundle, in the order in which they are imported. */
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** Counted as in a spreadsheet: the header is 1. */
  readonly number: number;
  /** In Unicode's composed form, with line feeds between lines. */
  readonly cells: Readonly<Record<string, string>>;
  /** What a workbook says of its cells: a number or date as a CSV file has it is only a text. */
  readonly kinds?: Readonly<Record<string, CellKind>>;
  /** The cells as they were spelled, where that differs. */
  readonly spelled?: Readonly<Record<string, string>>;
  /** Cells that have no value that could be taken. */
  readonly problems?: readonly CellProblem[];
}

/** `shown`: a number that is shown in a form of its own, as `007`. */
export type CellKind = 'number' | 'shown' | 'date';

export interface CellProblem {
  readonly column: string;
  readonly code: string;
  readonly reason: string;
}

export interface FrameworkFile {
  readonly file: string;
  readonly text: string;
}

/** Of a file or sheet that was left alone, or that could not be read. */
export interface FileNotice {
  readonly file: string;
  /** 0 for the file as a whole. */
  readonly row: number;
  readonly outcome: 'IGNORED' | 'REFUSED';
  readonly column?: string;
  readonly code: string;
  readonly reason: string;
}

export interface Unreadable {
  /** Stable: clients may rely on it. */
  readonly code: string;
  readonly row?: number;
  readonly column?: string;
}

const NO_BUNDLE: Unreadable = { code: 'NO_BUNDLE' };

/** The folder, file or workbook cannot be read as a bundle at all. */
export class BundleUnreadable extends Error {
  override readonly name = 'BundleUnreadable';

  constructor(
    message: string,
    readonly where: Unreadable = NO_BUNDLE,
  ) {
    super(message);
  }
}
