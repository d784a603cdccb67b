import type { CellRead } from '../table-builder';

/** A formula whose result is the text in it: how a spreadsheet is told to keep the zeros of 001. */
const TEXT_AS_FORMULA = /^="((?:[^"]|"")*)"$/;
/** Excel's, LibreOffice's and Google's. */
const ERROR = /^#(?:N\/A|NAME\?|REF!|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|ERROR!)$/i;
const TOO_NARROW = /^#{3,}$/;
/** As a spreadsheet shows a number of more digits than it has room for. */
const SHORTENED = /^[-+]?\d(?:[.,]\d+)?E[-+]\d{2,3}$/i;
/** The mark by which a text is kept from being read as a number or a formula. */
const MARKED_AS_TEXT = /^'[\d=+\-@]/;

/**
 * A cell of a CSV file that a spreadsheet wrote: what it says of itself is taken where only one thing can be meant, and
 * is a problem of the cell where it stands for a value that the file does not have.
 */
export function spelledCell(text: string): CellRead {
  const trimmed = text.trim();
  const [, kept] = TEXT_AS_FORMULA.exec(trimmed) ?? [];
  if (kept !== undefined) return { text: kept.replaceAll('""', '"') };
  const problem = problemOf(trimmed);
  return problem === undefined ? { text } : { text, problem };
}

function problemOf(text: string): CellRead['problem'] {
  if (text.startsWith('=')) {
    const reason = 'The cell is a formula. Enter its value.';
    return { code: 'FORMULA_WITHOUT_VALUE', reason };
  }
  if (ERROR.test(text)) {
    return { code: 'CELL_ERROR', reason: `The cell holds the error ${text}, not a value.` };
  }
  if (TOO_NARROW.test(text)) {
    const reason = 'The cell was too narrow to show its value. Widen the column, and save again.';
    return { code: 'CELL_ERROR', reason };
  }
  if (SHORTENED.test(text)) {
    const reason = `The cell holds ${text}, a number that a spreadsheet has shortened. Format the column as text, and enter the value again.`;
    return { code: 'NUMBER_SHORTENED', reason };
  }
  if (MARKED_AS_TEXT.test(text)) {
    const reason =
      'The cell begins with an apostrophe, by which spreadsheets mark texts. Remove it.';
    return { code: 'NOT_A_TEXT', reason };
  }
  return undefined;
}
