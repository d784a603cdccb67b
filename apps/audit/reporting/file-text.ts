import { printableLines } from '#vocabulary';

/** More do not fit into a cell of a spreadsheet. */
const MOST_CHARACTERS = 32_000;
/** Not in XML, and in no text that means anything. */
const NO_CHARACTER = /\p{Noncharacter_Code_Point}/gu;

/** Texts come from anywhere: what no file should get as it is, is told by its code. */
export function fileText(value: string): string {
  const text = printableLines(value).replaceAll(NO_CHARACTER, '\uFFFD');
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS)}…`;
}
