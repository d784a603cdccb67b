import { stringify } from 'csv-stringify/sync';
import type { Column, Report } from '../report';

/** Says which table a row is of. */
const TABLE = { vi: 'Bảng', en: 'Table' } as const;

/**
 * All tables as one long one (RFC 4180, UTF-8 with BOM): a column says of which table a row is, and what means the same has
 * the same column in all of them. A text that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function asCsv({ tables, warning, language }: Report): Buffer {
  const columns = new Map<string, Column>();
  for (const table of tables) {
    for (const column of table.columns) {
      if (!columns.has(column.key)) columns.set(column.key, column);
    }
  }
  const keys = [...columns.keys()];
  const header = [TABLE[language], ...[...columns.values()].map(({ label }) => label)];
  const rows = tables.flatMap((table) => {
    const places = keys.map((key) => table.columns.findIndex((column) => column.key === key));
    return table.rows.map((row) => [table.title, ...places.map((at) => row[at] ?? null)]);
  });
  const first = warning === undefined ? [] : [[warning, ...keys.map(() => null)]];
  const text = stringify([...first, header, ...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  return Buffer.from(text);
}
