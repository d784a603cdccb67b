import type { CellRead } from '../table-builder';
import { unescaped } from './escapes';
import type { NumberFormat } from './number-format';
import { dateOfIso, dateOfSerial, durationOf } from './serial-dates';
import { storedNumber } from './stored-number';

/** What the cells of a workbook rest on. */
export interface CellsOfWorkbook {
  readonly strings: readonly string[];
  /** By the index of the cell's style. */
  readonly formats: readonly NumberFormat[];
  readonly countsFrom1904: boolean;
  readonly isCalculated: boolean;
}

export interface StoredCell {
  /** As stored: `s`, `b`, `n`, `d`, `str`, `inlineStr`, `e`. */
  readonly type: string;
  readonly style: number;
  /** Of `v`, or of `is`; `undefined` where there is neither. */
  readonly value: string | undefined;
  readonly isFormula: boolean;
}

/** The cell as it would stand in a CSV file, or why it could not. */
export function cellValue(cell: StoredCell, cells: CellsOfWorkbook): CellRead {
  const { type, value } = cell;
  if (cell.isFormula && !isCalculated(cell, cells)) {
    return problem(
      'FORMULA_WITHOUT_VALUE',
      'The cell is a formula whose result is not stored. Open the file in a spreadsheet and save it, or enter the value.',
    );
  }
  if (value === undefined) return { text: '' };
  switch (type) {
    case 's':
      return sharedText(value, cells.strings);
    case 'str':
    case 'inlineStr':
      return { text: unescaped(value) };
    case 'b':
      return truth(value.trim());
    case 'e':
      return problem('CELL_ERROR', `The cell holds the error ${value.trim()}, not a value.`);
    case 'd':
      return dateOfIso(value);
    case 'n':
      return numberValue(value.trim(), cells.formats[cell.style] ?? 'plain', cells);
    default:
      return problem('CELL_UNREADABLE', `The cell is of the kind ${type}, which is unknown.`);
  }
}

/** An empty text is a result, too; an empty number is none. */
function isCalculated({ type, value }: StoredCell, cells: CellsOfWorkbook): boolean {
  return cells.isCalculated && value !== undefined && (value !== '' || type === 'str');
}

function sharedText(index: string, strings: readonly string[]): CellRead {
  const text = /^\s*\d+\s*$/.test(index) ? strings[Number(index)] : undefined;
  return text === undefined
    ? problem('CELL_UNREADABLE', 'The cell points to a text that the workbook does not have.')
    : { text };
}

function truth(value: string): CellRead {
  if (value === '1' || value === 'true') return { text: 'true' };
  if (value === '0' || value === 'false') return { text: 'false' };
  return problem('CELL_UNREADABLE', 'The cell is neither true nor false.');
}

function numberValue(stored: string, format: NumberFormat, cells: CellsOfWorkbook): CellRead {
  if (stored === '') return { text: '' };
  const text = storedNumber(stored);
  if (text === undefined) {
    return problem(
      'CELL_UNREADABLE',
      `The cell holds ${stored.slice(0, 40)}, which a spreadsheet does not hold exactly. Enter it as a text.`,
    );
  }
  switch (format) {
    case 'date':
      return dateOfSerial(Number(stored), cells.countsFrom1904);
    case 'duration':
      return { text: durationOf(Number(stored)) };
    case 'percent':
      return problem(
        'PERCENT_CELL',
        `The cell is shown as a percentage; it holds ${text}. Format it as a number, and enter the number that is meant.`,
      );
    case 'number':
      return { text, kind: 'shown' };
    case 'plain':
      return { text, kind: 'number' };
  }
}

function problem(code: string, reason: string): CellRead {
  return { text: '', problem: { code, reason } };
}
