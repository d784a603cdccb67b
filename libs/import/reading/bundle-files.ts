import { BundleUnreadable } from './bundle';
import type { Bundle, FileNotice, FrameworkFile, Table } from './bundle';
import { fileKindOf } from './file-kinds';
import { readCsv } from './read-csv';
import { ReadBudget } from './read-limits';
import { readText } from './read-text';
import { readWorkbook } from './read-workbook';
import { inOrder } from './row-order';
import { TABLE_IMPORTS, columnsOf } from '../tables';
import type { TableOfRows } from '../tables';

export interface BundleFile {
  /** Inside the bundle, with forward slashes: `frameworks/x.json`. */
  readonly path: string;
  readonly content: Uint8Array;
}

/**
 * Makes a bundle of the files of a folder, or of one workbook. A file that cannot be read is refused, and the others
 * are taken; a file that the import does not know is left alone. Both are told.
 *
 * @throws BundleUnreadable where nothing is left to import, or where a table comes twice
 */
export async function bundleOfFiles(files: readonly BundleFile[]): Promise<Bundle> {
  const reading = new BundleReading();
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    await reading.take(file);
  }
  return reading.bundle();
}

class BundleReading {
  private readonly tables = new Map<string, Table>();
  private readonly frameworks: FrameworkFile[] = [];
  private readonly notices: FileNotice[] = [];
  private readonly budget = new ReadBudget();

  async take({ path, content }: BundleFile): Promise<void> {
    try {
      await this.read(path, content);
    } catch (error) {
      if (!(error instanceof BundleUnreadable) || error.where.code === 'TABLE_TWICE') throw error;
      const { code, row = 0, column } = error.where;
      const place = { file: path, row, ...(column === undefined ? {} : { column }) };
      const reason = `${error.message} Nothing of the file was imported.`;
      this.notices.push({ ...place, outcome: 'REFUSED', code, reason });
    }
  }

  bundle(): Bundle {
    const { tables, frameworks, notices } = this;
    if (tables.size > 0 || frameworks.length > 0) return { tables, frameworks, notices };
    const refused = notices.filter(({ outcome }) => outcome === 'REFUSED');
    if (refused.length > 0) {
      throw new BundleUnreadable(
        refused.map(({ code, reason }) => `${code}: ${reason}`).join('\n'),
        refused[0],
      );
    }
    const found = notices.map(({ file }) => file).join(', ');
    throw new BundleUnreadable(
      `The bundle contains no known table (found: ${found === '' ? 'no files' : found}).`,
    );
  }

  private async read(path: string, content: Uint8Array): Promise<void> {
    const { budget } = this;
    const file = fileKindOf(path);
    switch (file.kind) {
      case 'table': {
        const known = columnsOf(TABLE_IMPORTS[file.name]);
        this.add(file.name, readCsv(path, content, { known, budget }));
        break;
      }
      case 'workbook': {
        const { tables, notices } = await readWorkbook(path, content, budget);
        for (const [name, table] of tables) this.add(name, table);
        this.notices.push(...notices);
        break;
      }
      case 'framework':
        this.frameworks.push({ file: path, text: readText(path, content) });
        break;
      case 'unknown': {
        const { reason } = file;
        this.notices.push({ file: path, row: 0, outcome: 'IGNORED', code: 'UNKNOWN_FILE', reason });
        break;
      }
      case 'trace':
    }
  }

  private add(name: TableOfRows, table: Table): void {
    const first = this.tables.get(name);
    if (first !== undefined) {
      throw new BundleUnreadable(
        `The bundle contains the table ${name} twice, in ${first.file} and in ${table.file}.`,
        { code: 'TABLE_TWICE' },
      );
    }
    this.tables.set(name, { ...table, rows: inOrder(table.rows, TABLE_IMPORTS[name].dateColumn) });
  }
}
