import type { DocumentKey } from '../runner';
import { ByKey } from './by-key';

/** Documents in the order in which they were first named, each once. */
export class DistinctKeys {
  private readonly named = new ByKey<true>();
  private readonly keys: DocumentKey[] = [];

  add(keys: readonly DocumentKey[]): void {
    for (const key of keys) {
      if (this.named.has(key)) continue;
      this.named.set(key, true);
      this.keys.push(key);
    }
  }

  all(): readonly DocumentKey[] {
    return this.keys;
  }
}

export function distinct(keys: readonly DocumentKey[]): readonly DocumentKey[] {
  if (keys.length < 2) return keys;
  const found = new DistinctKeys();
  found.add(keys);
  return found.all();
}
