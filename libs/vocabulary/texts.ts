/** What a text has to keep to, wherever it comes from. */
export type TextRule =
  'WELL_FORMED' | 'NO_CONTROL_CHARACTERS' | 'ONE_LINE' | 'LENGTH' | 'ID_PATTERN' | 'NESTING';

export interface TextLimits {
  /** Characters, counted as Unicode code points. */
  readonly max: number;
  /** Whether it may have line breaks. */
  readonly lines: boolean;
}

/** Characters of an id or a code. */
export const MAX_ID_LENGTH = 200;

/** A text within free JSON. */
export const FREE_TEXT: TextLimits = { max: 20_000, lines: true };

/** Levels of free JSON, itself included. */
export const MAX_JSON_LEVELS = 64;

/** No blanks, no control or format characters, nothing that is not assigned. */
const ID_PATTERN = /^[^\s\p{C}]+$/u;
// Control characters are the very thing that is looked for.
// oxlint-disable-next-line no-control-regex
const CONTROL_CHARACTER = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

/**
 * A text as it is recorded: composed (NFC), so that what looks the same is the same, and with `\n` between lines.
 * Anything else in it is kept, and judged by {@link brokenTextRule}.
 */
export function canonicalText(text: string): string {
  const composed = text.normalize('NFC');
  return composed.includes('\r') ? composed.replaceAll(/\r\n?/gu, '\n') : composed;
}

/** The first rule that a text breaks: of a canonical text. */
export function brokenTextRule(text: string, { max, lines }: TextLimits): TextRule | undefined {
  if (!text.isWellFormed()) return 'WELL_FORMED';
  if (CONTROL_CHARACTER.test(text)) return 'NO_CONTROL_CHARACTERS';
  if (!lines && text.includes('\n')) return 'ONE_LINE';
  return isLongerThan(max, text) ? 'LENGTH' : undefined;
}

/** The first rule that an id or a code breaks. */
export function brokenIdRule(id: string): TextRule | undefined {
  if (!id.isWellFormed()) return 'WELL_FORMED';
  if (isLongerThan(MAX_ID_LENGTH, id)) return 'LENGTH';
  return ID_PATTERN.test(id) ? undefined : 'ID_PATTERN';
}

function isLongerThan(max: number, text: string): boolean {
  // A code point takes two units at most: most texts need no counting.
  if (text.length <= max) return false;
  return text.length > 2 * max || Array.from(text).length > max;
}
