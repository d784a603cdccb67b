/** Ids come from frameworks: one called `constructor` must not find what every object inherits. */
export function ownEntry<T>(entries: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(entries, id) ? entries[id] : undefined;
}
