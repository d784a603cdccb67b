/** The words of a name as a search compares them: without diacritics and case, each once. */
export function wordsOf(name: string): readonly string[] {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
  return [...new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? [])];
}
