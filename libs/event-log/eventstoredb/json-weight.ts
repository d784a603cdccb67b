/** About how many characters a JSON value takes as text, without making the text. */
export function jsonWeight(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value !== 'object' || value === null) return 5;
  if (Array.isArray(value)) {
    return value.reduce<number>((sum, item) => sum + jsonWeight(item) + 1, 2);
  }
  let weight = 2;
  for (const [key, item] of Object.entries(value)) weight += key.length + 4 + jsonWeight(item);
  return weight;
}
