import { BundleUnreadable } from './bundle';
import type { FileNotice, Table } from './bundle';
import { plainName } from './names';
import { ReadBudget } from './read-limits';
import { TableBuilder } from './table-builder';
import { TABLE_IMPORTS, columnsOf, isTableOfRows } from '../tables';
import type { TableOfRows } from '../tables';
import { readCellFormats } from './workbook/cell-formats';
import type { CellsOfWorkbook } from './workbook/cell-value';
import { OfficePackage } from './workbook/package';
import { readSharedStrings } from './workbook/shared-strings';
import { readSheet } from './workbook/sheet';
import { readWorkbookPart } from './workbook/workbook-part';
import type { SheetPlace } from './workbook/workbook-part';

export interface WorkbookRead {
  readonly tables: readonly (readonly [TableOfRows, Table])[];
  readonly notices: readonly FileNotice[];
}

/** One table per sheet, named `file#sheet`. Reads values only: no formulas, links or macros are followed. */
export async function readWorkbook(
  file: string,
  content: Uint8Array,
  budget = new ReadBudget(),
): Promise<WorkbookRead> {
  try {
    const opened = await OfficePackage.open(file, content);
    const workbook = await readWorkbookPart(opened);
    const [wanted, others] = [workbook.sheets.filter(isWanted), workbook.sheets.filter(isOther)];
    const cells: CellsOfWorkbook = {
      strings: wanted.length === 0 ? [] : await readSharedStrings(opened, workbook.sharedStrings),
      formats: await readCellFormats(opened, workbook.styles),
      countsFrom1904: workbook.countsFrom1904,
      isCalculated: workbook.isCalculated,
    };
    const tables: (readonly [TableOfRows, Table])[] = [];
    for (const sheet of wanted) {
      const name = plainName(sheet.name);
      if (!isTableOfRows(name)) continue;
      const known = columnsOf(TABLE_IMPORTS[name]);
      const builder = new TableBuilder(`${file}#${sheet.name}`, { known, budget });
      const table = await readSheet(opened, sheet.part, cells, builder);
      tables.push([name, table]);
    }
    return { tables, notices: others.map((sheet) => leftAlone(file, sheet)) };
  } catch (error) {
    if (error instanceof BundleUnreadable) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new BundleUnreadable(`${file} is not a workbook that can be read: ${reason}`, {
      code: 'NOT_A_WORKBOOK',
    });
  }
}

function isWanted({ name, kind }: SheetPlace): boolean {
  return kind === 'worksheet' && isTableOfRows(plainName(name));
}

function isOther(sheet: SheetPlace): boolean {
  return !isWanted(sheet);
}

function leftAlone(file: string, { name, kind }: SheetPlace): FileNotice {
  const reason =
    kind === 'worksheet'
      ? `No table of the import has the name ${name}; the sheet was left alone.`
      : `${name} is no sheet of cells; it was left alone.`;
  return { file: `${file}#${name}`, row: 0, outcome: 'IGNORED', code: 'UNKNOWN_SHEET', reason };
}
