import { BREAK, visit } from 'graphql';
import type { DocumentNode } from 'graphql';
import type { ApolloServerPlugin } from '@apollo/server';
import { authorise } from '#access';
import { forbidden, refusedWithStatus } from '../errors';
import type { PersistedOperations } from '../persisted';
import type { RequestContext } from './request-context';

const OPERATION = 'Query.__schema';
const INTROSPECTION: ReadonlySet<string> = new Set(['__schema', '__type']);

/** Documents live as long as the server's bounded store of them holds them. */
const known = new WeakMap<DocumentNode, boolean>();

/**
 * Who may ask for the schema: whoever may ask for anything, like for any other operation. Programs that may ask what is
 * in a list only have no use for it.
 */
export function introspectionPlugin(
  operations: Pick<PersistedOperations, 'restricts'>,
): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: async ({ document, contextValue: { actor, sight } }) => {
          if (!introspects(document)) return;
          const access = authorise(actor, { operation: OPERATION, area: 'SERVICE' });
          const isForbidden =
            access.kind === 'denied' || operations.restricts(actor) || (await sight.isOver());
          if (isForbidden) throw refusedWithStatus(forbidden(OPERATION));
        },
      }),
  };
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
