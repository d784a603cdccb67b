import type { BundleFile } from '../reading/bundle-files';
import { asCsv } from './ward';
import type { Ward } from './ward';
import { escaped, writtenWorkbook } from './written-workbook';

/** The tables as CSV files in which every cell is quoted. */
export function asCsvFiles(ward: Ward): readonly BundleFile[] {
  return Object.entries(ward).map(([name, rows]) => ({
    path: `${name}.csv`,
    content: Buffer.from(asCsv(rows)),
  }));
}

/** The tables as one workbook of texts, where what XML cannot hold is escaped as the standard says. */
export function asWorkbookOfTexts(ward: Ward): readonly BundleFile[] {
  const cell = (text: string) =>
    `<c t="inlineStr"><is><t xml:space="preserve">${storedText(text)}</t></is></c>`;
  const sheets = Object.entries(ward).map(([name, rows]) => ({
    name,
    rows: rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join(''),
  }));
  return [{ path: 'w.xlsx', content: writtenWorkbook({ sheets }) }];
}

function storedText(text: string): string {
  const safe = text.replaceAll(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
  // `~` stands for a prefix in written workbooks.
  return escaped(safe).replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF~]/gu, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `_x${code}_`;
  });
}
