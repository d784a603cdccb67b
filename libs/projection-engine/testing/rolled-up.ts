import { foldEvents, touchedBy } from '../engine';
import type { DocumentKey, Held, LoggedFact, Projection, Workspace } from '../runner';

/** The documents of one collection after some batches, folded and rolled up as the engine does. */
export async function rolledUp<Document extends object>(
  projection: Projection,
  collection: string,
  batches: readonly (readonly LoggedFact[])[],
): Promise<readonly Document[]> {
  const documents = new Map<string, Held>();
  for (const batch of batches) {
    await foldEvents(projection, workspaceOn(documents), touchedBy(projection, batch));
  }
  // The caller knows what the collection holds.
  return [...documents]
    .filter(([name]) => name.startsWith(`${collection} `))
    .map(([, { body }]) => body as Document);
}

function workspaceOn(documents: Map<string, Held>): Workspace {
  return {
    read: async (key) => documents.get(nameOf(key)),
    prefetch: async () => {},
    write: (key, body, position) => documents.set(nameOf(key), { body, position }),
    remove: (key) => documents.delete(nameOf(key)),
  };
}

function nameOf({ collection, id }: DocumentKey): string {
  return `${collection} ${id}`;
}
