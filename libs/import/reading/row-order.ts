import { startOfDay } from '#vocabulary';
import { dateOf, instantOf } from '../rows/dates';
import type { TableRow } from './bundle';

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
  const instant = instantOf(value);
  const date = dateOf(value);
  const at = instant.ok ? instant.value : date.ok ? startOfDay(date.value) : '';
  const time = Date.parse(at);
  return Number.isNaN(time) ? Number.MIN_SAFE_INTEGER : time;
}
