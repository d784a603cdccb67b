/** Control characters, halves of pairs, other line ends, and what turns the direction of writing. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** What no terminal and no spreadsheet should get as it is, by its code: names of files come from anywhere. */
export function printable(text: string): string {
  return text.replaceAll(UNPRINTABLE, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `\\u${code}`;
  });
}

/** The same of a text whose line ends are meant. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}
