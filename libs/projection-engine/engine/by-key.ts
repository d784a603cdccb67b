import type { DocumentKey } from '../runner';

/** Values by the key of a document: by its collection, then by its id, so that no name is put together to look. */
export class ByKey<Value> {
  private readonly byCollection = new Map<string, Map<string, Value>>();

  get({ collection, id }: DocumentKey): Value | undefined {
    return this.byCollection.get(collection)?.get(id);
  }

  has({ collection, id }: DocumentKey): boolean {
    return this.byCollection.get(collection)?.has(id) === true;
  }

  set({ collection, id }: DocumentKey, value: Value): void {
    this.in(collection).set(id, value);
  }

  /** Those of one collection, in the order in which they were first set. */
  of(collection: string): Iterable<Value> {
    return this.byCollection.get(collection)?.values() ?? [];
  }

  *values(): Iterable<Value> {
    for (const values of this.byCollection.values()) yield* values.values();
  }

  private in(collection: string): Map<string, Value> {
    const known = this.byCollection.get(collection);
    if (known !== undefined) return known;
    const values = new Map<string, Value>();
    this.byCollection.set(collection, values);
    return values;
  }
}
