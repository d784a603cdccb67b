import type { DocumentKey } from '../runner';
import { nameOf } from './batch-workspace';

/** Documents in the order in which they were first named, each once. */
export class DistinctKeys {
  private readonly byName = new Map<string, DocumentKey>();

  add(keys: readonly DocumentKey[]): void {
    for (const key of keys) {
      const name = nameOf(key);
      if (!this.byName.has(name)) this.byName.set(name, key);
    }
  }

  all(): readonly DocumentKey[] {
    return [...this.byName.values()];
  }
}
