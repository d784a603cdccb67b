import { BREAK, visit } from 'graphql';
import type { DocumentNode } from 'graphql';
import { requireAllowed } from '../access';
import type { Viewer } from '../access';
import { forbidden } from '../errors';
import type { PersistedOperations } from '../persisted';

const OPERATION = 'Query.__schema';
const INTROSPECTION: ReadonlySet<string> = new Set(['__schema', '__type']);

/** Documents live as long as whatever keeps them parsed. */
const known = new WeakMap<DocumentNode, boolean>();

/**
 * Who may ask for the schema: whoever may ask for anything, like for any other operation. Programs that may ask what is
 * in a list only have no use for it.
 *
 * @throws ApiError `FORBIDDEN`
 */
export async function requireIntrospection(
  document: DocumentNode,
  viewer: Pick<Viewer, 'actor' | 'sight'>,
  operations: Pick<PersistedOperations, 'restricts'>,
): Promise<void> {
  if (!introspects(document)) return;
  if (operations.restricts(viewer.actor)) throw forbidden(OPERATION);
  await requireAllowed(viewer, { operation: OPERATION, area: 'SERVICE' });
}

function introspects(document: DocumentNode): boolean {
  const before = known.get(document);
  if (before !== undefined) return before;
  let found = false;
  visit(document, {
    Field: ({ name }) => {
      if (!INTROSPECTION.has(name.value)) return undefined;
      found = true;
      return BREAK;
    },
  });
  known.set(document, found);
  return found;
}
