import type { Projection } from '#projection-engine';
import { recalled } from './kept-fact';
import type { KeptFact } from './kept-fact';

/**
 * What another read model makes of the facts, so that there is one meaning of them: its documents of
 * one collection, in the order in which they began; on top of those that are known by their ids.
 */
export function documentsOf<Document extends object>(
  projection: Projection,
  collection: string,
  facts: readonly KeptFact[],
  known: ReadonlyMap<string, Document> = new Map(),
): readonly Document[] {
  const documents = new Map<string, object>(known);
  for (const event of facts.map(recalled)) {
    for (const key of projection.keysOf(event)) {
      if (key.collection !== collection) continue;
      const before = documents.get(key.id) ?? projection.initial(key);
      documents.set(key.id, projection.apply(before, event, key));
    }
  }
  // The projection that declares the collection says what its documents are.
  return [...documents.values()] as Document[];
}
