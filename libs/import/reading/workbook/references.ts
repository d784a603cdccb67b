/** The size of a sheet (ECMA-376). */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export function within(limit: number, number: number): void {
  if (Number.isInteger(number) && number >= 1 && number <= limit) return;
  throw new Error(`a sheet has no row or column ${number}`);
}

/** `AB12` → 27. */
export function columnOf(reference: string): number {
  const letters = /^\$?([A-Za-z]{1,3})\$?\d*$/.exec(reference)?.[1]?.toUpperCase();
  if (letters === undefined) throw new Error(`a sheet has no row or column ${reference}`);
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64);
  return column - 1;
}

/** `AB12` → 12. */
export function rowOf(reference: string): number {
  return Number(/\d+$/.exec(reference)?.[0] ?? 0);
}
