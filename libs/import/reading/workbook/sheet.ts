import { textOf } from './cell-text';
import type { CellsOfWorkbook } from './cell-text';
import { readXml } from './xml';

/** The size of a sheet (ECMA-376): a reference beyond it would have us make up millions of empty cells. */
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

/** The sheet's cells as texts, row by row; missing rows and cells are empty. */
export function readSheet(xml: string, cells: CellsOfWorkbook): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let column = 0;
  let type = '';
  let style = 0;
  let value = '';
  let inValue = false;
  let inPhonetic = false;
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        const number = within(MAX_ROWS, Number(attributes.r ?? rows.length + 1));
        while (rows.length < number - 1) rows.push([]);
        row = [];
        column = -1;
      }
      if (name === 'c') {
        const reference = attributes.r;
        const next = reference === undefined ? column + 1 : columnOf(reference);
        column = within(MAX_COLUMNS, next + 1) - 1;
        type = attributes.t ?? 'n';
        style = Number(attributes.s ?? 0);
        value = '';
      }
      if (name === 'rPh') inPhonetic = true;
      if (name === 'v' || name === 't') inValue = true;
    },
    text: (text) => {
      if (inValue && !inPhonetic) value += text;
    },
    close: (name) => {
      if (name === 'rPh') inPhonetic = false;
      if (name === 'v' || name === 't') inValue = false;
      if (name === 'c') {
        while (row.length < column) row.push('');
        row[column] = textOf({ type, style, value }, cells);
      }
      if (name === 'row') rows.push(row);
    },
  });
  return rows;
}

function within(limit: number, number: number): number {
  if (number >= 1 && number <= limit) return number;
  throw new Error(`a sheet has no row or column ${number}`);
}

/** `AB12` → 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.replaceAll(/[0-9]/g, '')) {
    column = column * 26 + (letter.charCodeAt(0) - 64);
  }
  return column - 1;
}
