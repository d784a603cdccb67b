import type { TableRow } from '../reading/bundle';

/** By date; rows of the same date keep their order in the file. */
export function inOrder(
  rows: readonly TableRow[],
  dateColumn: string | undefined,
): readonly TableRow[] {
  if (dateColumn === undefined) return rows;
  return rows
    .map((row) => ({ row, time: timeOf(row.cells[dateColumn] ?? '') }))
    .sort((a, b) => a.time - b.time)
    .map(({ row }) => row);
}

/** A value that is no date comes first: it is refused anyway. */
function timeOf(value: string): number {
  const time = Date.parse(value.length === 10 ? `${value}T00:00:00+07:00` : value);
  return Number.isNaN(time) ? Number.MIN_SAFE_INTEGER : time;
}
