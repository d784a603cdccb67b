import { unzipSync, zipSync } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import type { Cell as SheetCell, SheetData } from 'write-excel-file/node';
import { localDateOf } from '#vocabulary';
import type { Cell, Report, Table } from '../report';
import { asXmlString } from './xml-string';

/** What a sheet may not be called, and how long it may. */
const NOT_IN_A_SHEET_NAME = /[\\/?*[\]:']/g;
const LONGEST_SHEET_NAME = 31;
/** The times of zip entries go no further back, nor on. */
const YEARS_OF_ZIP = { first: 1980, last: 2099 } as const;

/** A workbook with a sheet for each table. Every text is a text, whatever it begins with. */
export async function asXlsx({ tables, warning, moment }: Report): Promise<Buffer> {
  const written = await writeExcelFile(tables.map((table) => sheetOf(table, warning))).toBuffer();
  // Whoever writes it puts the time of writing into it; the same export is to give the same bytes.
  const entries = Object.entries(unzipSync(written)).sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.from(zipSync(Object.fromEntries(entries), { mtime: noonOf(moment) }));
}

function sheetOf({ title, columns, rows }: Table, warning: string | undefined) {
  const heads = columns.map(({ label }): SheetCell => ({ ...text(label), fontWeight: 'bold' }));
  const first: SheetData =
    warning === undefined
      ? []
      : [[{ type: String, value: asXmlString(warning), fontWeight: 'bold', textColor: '#B00020' }]];
  return {
    sheet: title.replaceAll(NOT_IN_A_SHEET_NAME, ' ').slice(0, LONGEST_SHEET_NAME),
    data: [...first, heads, ...rows.map((row) => row.map(cell))],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: first.length + 1,
    orientation: 'landscape' as const,
  };
}

function cell(value: Cell): SheetCell {
  if (value === null) return null;
  return typeof value === 'number'
    ? { type: Number, value, alignVertical: 'top' }
    : { ...text(value) };
}

function text(value: string) {
  return { type: String, value: asXmlString(value), wrap: true, alignVertical: 'top' } as const;
}

/** By the clock on the wall, as zip keeps times, wherever it is written; at noon no clock is set back or forward. */
function noonOf(moment: string): Date {
  const [year = 0, month = 1, day = 1] = localDateOf(moment).split('-').map(Number);
  const { first, last } = YEARS_OF_ZIP;
  return new Date(Math.min(Math.max(year, first), last), month - 1, day, 12);
}
