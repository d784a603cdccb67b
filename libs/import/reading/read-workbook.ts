import { BundleUnreadable } from './bundle';
import type { Table } from './bundle';
import { tableOf } from './read-csv';
import { isTableOfRows } from '../tables';
import { openZip } from './workbook/zip';
import { readSharedStrings } from './workbook/shared-strings';
import { readSheet } from './workbook/sheet';
import { countsFrom1904, readSheetList } from './workbook/sheet-list';
import { readDateStyles } from './workbook/date-styles';

/** One table per sheet, named `file#sheet`. Reads values only: no formulas, links or macros are followed. */
export async function readWorkbook(file: string, content: Buffer): Promise<readonly Table[]> {
  try {
    const zip = await openZip(content);
    const strings = readSharedStrings(await zip.text('xl/sharedStrings.xml'));
    const dateStyles = readDateStyles(await zip.text('xl/styles.xml'));
    const workbook = await zip.text('xl/workbook.xml');
    const sheets = readSheetList(workbook, await zip.text('xl/_rels/workbook.xml.rels'));
    const cells = { strings, dateStyles, countsFrom1904: countsFrom1904(workbook) };
    const tables: Table[] = [];
    for (const { name, path } of sheets) {
      if (!isTableOfRows(name)) continue;
      const rows = readSheet(await zip.text(path), cells);
      tables.push(tableOf(`${file}#${name}`, rows[0] ?? [], rows.slice(1)));
    }
    return tables;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BundleUnreadable(`${file} is not a workbook that can be read: ${reason}`);
  }
}
