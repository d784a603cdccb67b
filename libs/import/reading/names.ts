/**
 * The name of a table or column, whatever its case and the blanks around and inside: `Admitted on` means
 * `admitted_on`, and nothing else could be meant.
 */
export function plainName(name: string): string {
  return name.normalize('NFC').trim().toLowerCase().replaceAll(/\s+/g, '_');
}

/** The name of a column without one, as a spreadsheet shows it: 27 → `AB`. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${columnLetters(Math.floor(index / 26) - 1)}${letter}`;
}
