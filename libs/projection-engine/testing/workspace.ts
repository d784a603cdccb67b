import { BatchWorkspace, DocumentCache } from '../engine';
import type { Projection, Workspace } from '../runner';
import type { Projected } from './store';

/** What one batch reads and changes of the documents of a projection in its store. */
export async function workspaceOn(
  projected: Pick<Projected, 'collection'>,
  { collections }: Pick<Projection, 'collections'>,
): Promise<Workspace> {
  const opened = await Promise.all(
    collections.map(async ({ name }) => [name, await projected.collection(name)] as const),
  );
  return new BatchWorkspace(new Map(opened), new DocumentCache(0));
}
