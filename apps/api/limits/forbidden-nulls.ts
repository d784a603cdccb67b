import { isNonNullType, Kind, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { OperationDefinitionNode } from 'graphql';
import { validationFailed } from '../errors';
import type { PricedOperation } from './operation-cost';

/** Variables used where null is not allowed, which are found once for an operation. */
const known = new WeakMap<OperationDefinitionNode, ReadonlySet<string>>();

/**
 * A variable with a default may be declared as one that can be null, and yet be used where null is
 * not allowed: graphql-js then answers with nothing in the field. It is as wrong as any other value.
 *
 * @throws ApiError `VALIDATION_FAILED`, naming the variables that are null
 */
export function requireNoForbiddenNulls(asked: PricedOperation): void {
  const { operation, variables } = asked;
  const names = declaredNullable(operation).filter((name) => variables[name] === null);
  if (operation === undefined || names.length === 0) return;
  const needed = known.get(operation) ?? neededBy(operation, asked);
  known.set(operation, needed);
  const fields = names
    .filter((name) => needed.has(name))
    .map((field) => ({ field, rule: 'isNotNull', message: 'must not be null where it is used' }));
  if (fields.length > 0) throw validationFailed(fields);
}

function declaredNullable(operation: OperationDefinitionNode | undefined): readonly string[] {
  return (operation?.variableDefinitions ?? [])
    .filter(({ type }) => type.kind !== Kind.NON_NULL_TYPE)
    .map(({ variable }) => variable.name.value);
}

function neededBy(
  operation: OperationDefinitionNode,
  { document, schema }: PricedOperation,
): ReadonlySet<string> {
  const types = new TypeInfo(schema);
  const needed = new Set<string>();
  const visitor = visitWithTypeInfo(types, {
    OperationDefinition: (node) => (node === operation ? undefined : false),
    VariableDefinition: () => false,
    Variable: ({ name }) => {
      if (isNonNullType(types.getInputType())) needed.add(name.value);
    },
  });
  visit(document, visitor);
  return needed;
}
