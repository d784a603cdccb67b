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
