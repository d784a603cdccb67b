/** Where a text is no CSV. */
export class CsvFault extends Error {
  override readonly name = 'CsvFault';

  constructor(
    /** As a spreadsheet counts: the header is 1. */
    readonly row: number,
    /** From 0. */
    readonly column: number,
    message: string,
  ) {
    super(message);
  }
}

export interface CsvOptions {
  readonly delimiter: string;
  /** More cells in one row are no table any more. */
  readonly maxCells: number;
}

/**
 * The records of a CSV text (RFC 4180), line ends of all systems. A quote inside a cell that does not begin with one
 * is a quote, as in spreadsheets; everything else that leaves a doubt where a cell ends is refused.
 */
export function csvRecords(text: string, options: CsvOptions): Iterable<readonly string[]> {
  return new CsvReader(text, options).records();
}

class CsvReader {
  private at = 0;
  private line = 1;
  private row = 0;

  constructor(
    private readonly text: string,
    private readonly options: CsvOptions,
  ) {}

  *records(): Generator<readonly string[]> {
    while (this.at < this.text.length) {
      this.row += 1;
      yield this.record();
    }
  }

  private record(): readonly string[] {
    const cells: string[] = [];
    for (;;) {
      if (cells.length >= this.options.maxCells) {
        throw this.fault(cells.length, `has more than ${this.options.maxCells} cells`);
      }
      cells.push(this.cell(cells.length));
      if (this.text[this.at] !== this.options.delimiter) break;
      this.at += 1;
    }
    this.lineEnd();
    return cells;
  }

  private cell(column: number): string {
    if (this.text[this.at] === '"') return this.quoted(column);
    const from = this.at;
    while (this.at < this.text.length && !this.isEnd(this.text[this.at])) this.at += 1;
    const cell = this.text.slice(from, this.at);
    if (cell.trimStart().startsWith('"')) {
      throw this.fault(column, 'has blanks before its opening quote; remove them');
    }
    return cell;
  }

  private quoted(column: number): string {
    const [beganAt, beganIn, row] = [this.at, this.line, this.row];
    this.at += 1;
    let cell = '';
    for (;;) {
      const quote = this.text.indexOf('"', this.at);
      if (quote < 0) throw this.fault(column, 'has an opening quote that is never closed');
      cell += this.text.slice(this.at, quote);
      this.at = quote + 1;
      if (this.text[this.at] !== '"') break;
      cell += '"';
      this.at += 1;
    }
    this.line += linesIn(this.text.slice(beganAt, this.at));
    const after = this.at;
    while (this.isBlank(this.text[this.at])) this.at += 1;
    if (this.at < this.text.length && !this.isEnd(this.text[this.at])) {
      const rest = /^[^\r\n]{0,20}/.exec(this.text.slice(after, after + 20))?.[0] ?? '';
      throw new CsvFault(
        row,
        column,
        `has a quote that begins in line ${beganIn} and is closed in line ${this.line} before “${rest}”; ` +
          'quotes inside a quoted cell are doubled',
      );
    }
    return cell;
  }

  private lineEnd(): void {
    if (this.text[this.at] === '\r') this.at += this.text[this.at + 1] === '\n' ? 2 : 1;
    else if (this.text[this.at] === '\n') this.at += 1;
    this.line += 1;
  }

  private isEnd(character: string | undefined): boolean {
    return character === this.options.delimiter || character === '\n' || character === '\r';
  }

  private isBlank(character: string | undefined): boolean {
    return (character === ' ' || character === '\t') && character !== this.options.delimiter;
  }

  private fault(column: number, what: string): CsvFault {
    return new CsvFault(this.row, column, what);
  }
}

function linesIn(text: string): number {
  return text.split(/\r\n|\r|\n/).length - 1;
}
