import type { DocumentKey, Workspace } from '#projection-engine';

/** The document before the event, if there is one; nothing is to be done where it counted the event before a crash. */
export async function uncounted<Counts>(
  key: DocumentKey,
  position: bigint,
  workspace: Workspace,
): Promise<Counts | 'counted' | undefined> {
  const held = await workspace.read(key);
  if (held === undefined) return undefined;
  // The key says which counts it names.
  return held.position >= position ? 'counted' : (held.body as Counts);
}
