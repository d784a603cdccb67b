import type { FieldValue } from './query';

const FIRST_SURROGATE = 0xd800;
const AFTER_SURROGATES = 0xe000;

/** Null, then numbers, then text as UTF-8; false before true: the order of every store. */
export function compareValues(a: FieldValue, b: FieldValue): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  if (typeof a === 'string') return 1;
  if (typeof b === 'string') return -1;
  return a < b ? -1 : 1;
}

/** As UTF-8 sorts: pairs of surrogates stand for what comes behind all that has one code unit. */
export function compareTexts(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at += 1) {
    const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (one !== other) return inOrderOfCodePoints(one) - inOrderOfCodePoints(other);
  }
  return a.length - b.length;
}

function inOrderOfCodePoints(unit: number): number {
  const isSurrogate = unit >= FIRST_SURROGATE && unit < AFTER_SURROGATES;
  return isSurrogate ? unit + 0x1_0000 : unit;
}

export function compareKeys(a: readonly FieldValue[], b: readonly FieldValue[]): number {
  for (const [at, value] of a.entries()) {
    const difference = compareValues(value, b[at] ?? null);
    if (difference !== 0) return difference;
  }
  return 0;
}
