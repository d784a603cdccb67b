import { visit } from 'graphql';
import type {
  DocumentNode,
  GraphQLFormattedError,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import type { Actor } from '#vocabulary';
import type { RefusalMetrics } from '../operations/refusal-metrics';

/** What was asked, as far as it was understood. */
export interface Asked {
  readonly schema: GraphQLSchema;
  readonly document?: DocumentNode | undefined;
  readonly operation?: OperationDefinitionNode | undefined;
}

/** Counts what was refused in an answer, whoever decided it and whichever way it goes. */
export function countRefusals(
  errors: readonly GraphQLFormattedError[],
  actor: Actor,
  asked: Asked,
  refusals: Pick<RefusalMetrics, 'forbidden' | 'hit'>,
): void {
  for (const { extensions = {}, path } of errors) {
    if (extensions.code === 'FORBIDDEN') refusals.forbidden(actor, operationAt(path?.[0], asked));
    if (extensions.code === 'LIMIT_EXCEEDED') refusals.hit('size');
    if ('limitSeconds' in extensions) refusals.hit('time');
  }
}

/** `Query.cases`, whatever it is called in the answer: what clients make up is no label. */
function operationAt(
  key: string | number | undefined,
  { schema, document, operation }: Asked,
): string {
  const root = operation && schema.getRootType(operation.operation);
  if (root === undefined || root === null) return 'none';
  let name = '__schema';
  if (document === undefined || key === undefined) return `${root.name}.${name}`;
  visit(document, {
    Field: (field) => {
      if ((field.alias ?? field.name).value === key && field.name.value in root.getFields()) {
        name = field.name.value;
      }
      return undefined;
    },
  });
  return `${root.name}.${name}`;
}
