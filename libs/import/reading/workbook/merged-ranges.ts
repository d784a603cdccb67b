import type { CellRange } from '../merged-cells';
import { columnOf, rowOf } from './references';

/** `A2:A5`, as a sheet says which of its cells are shown as one. */
export function rangeOf(reference: string): CellRange {
  const [from = '', to = from] = reference.split(':');
  return {
    fromRow: rowOf(from),
    toRow: rowOf(to),
    fromColumn: columnOf(from),
    toColumn: columnOf(to),
  };
}
