import writeExcelFile from 'write-excel-file/node';
import type { Cell } from 'write-excel-file/node';
import type { Ward } from './ward';

/** The tables as one workbook: dates, numbers and truths as cells of their own kind. */
export async function asWorkbook(ward: Ward): Promise<Buffer> {
  return writeExcelFile(
    Object.entries(ward).map(([sheet, [header = [], ...rows]]) => ({
      sheet,
      data: [header.map(text), ...rows.map((row) => row.map(cell))],
    })),
  ).toBuffer();
}

function cell(value: string): Cell {
  if (value === '') return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return { type: Date, value: new Date(`${value}T00:00:00Z`), format: 'dd/mm/yyyy' };
  }
  const instant = /^(.*)\+07:00$/.exec(value)?.[1];
  if (instant !== undefined) {
    return { type: Date, value: new Date(`${instant}Z`), format: 'dd/mm/yyyy hh:mm' };
  }
  if (value === 'true' || value === 'false') return { type: Boolean, value: value === 'true' };
  if (/^\d+(\.\d+)?$/.test(value)) return { type: Number, value: Number(value) };
  return text(value);
}

function text(value: string): Cell {
  return { type: String, value };
}
