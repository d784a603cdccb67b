/** What a cell was taken for, or why it could not be. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly reason: string };

export function taken<T>(value: T): Reading<T> {
  return { ok: true, value };
}

export function notTaken(code: string, reason: string): Reading<never> {
  return { ok: false, code, reason };
}

const MAX_QUOTED = 60;

export function quoted(value: string): string {
  return `“${value.length > MAX_QUOTED ? `${value.slice(0, MAX_QUOTED)}…` : value}”`;
}

/** What no terminal and no spreadsheet should get as it is, by its code: names of files come from anywhere. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `\\u${code}`;
  });
}
