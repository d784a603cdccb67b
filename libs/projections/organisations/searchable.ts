const MARKS = /\p{M}/gu;

/**
 * A name as it is searched: without case and without accents, since many people type Vietnamese
 * without them.
 */
export function searchable(name: string): string {
  return name.toLowerCase().normalize('NFD').replaceAll(MARKS, '').replaceAll('đ', 'd').trim();
}
