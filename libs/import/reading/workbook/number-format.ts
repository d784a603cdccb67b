/** What a number is shown as: that is what whoever typed it meant. `plain`: as it is stored. */
export type NumberFormat = 'plain' | 'number' | 'date' | 'duration' | 'percent';

/** Built-in formats whose code is not stored (ECMA-376, 18.8.30), those of the East Asian and Thai editions with them. */
const BUILT_IN: readonly (readonly [from: number, to: number, NumberFormat])[] = [
  [2, 8, 'number'],
  [9, 10, 'percent'],
  [11, 13, 'number'],
  [14, 22, 'date'],
  [27, 36, 'date'],
  [37, 44, 'number'],
  [45, 45, 'date'],
  [46, 46, 'duration'],
  [47, 47, 'date'],
  [48, 48, 'number'],
  [50, 58, 'date'],
  [59, 66, 'number'],
  [67, 68, 'percent'],
  [69, 70, 'number'],
  [71, 81, 'date'],
];

export function builtInFormat(id: number): NumberFormat {
  return BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? 'plain';
}

/** What is shown as it stands: `"text"`, `\x`, `_x` (as wide as x), `*x` (filled with x). */
const LITERAL = /"[^"]*"?|[\\_*]./gsu;
/** `[h]`, `[mm]`: hours or minutes that have passed, more than a day has. */
const ELAPSED = /\[(h+|m+|s+)\]/i;

const PLAIN = /^(general|@|0|#|)$/i;

export function formatOf(code: string): NumberFormat {
  if (PLAIN.test(code.trim())) return 'plain';
  const shown = code.replaceAll(LITERAL, '');
  if (ELAPSED.test(shown)) return 'duration';
  // What is left in brackets are colours, conditions and languages. E+ is an exponent, General no date.
  const symbols = shown.replaceAll(/\[[^\]]*\]|general|e[+-]/gi, '');
  if (/[dmyhsegb]/i.test(symbols)) return 'date';
  return symbols.includes('%') ? 'percent' : 'number';
}
