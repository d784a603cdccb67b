import { GraphQLError, Kind } from 'graphql';
import type { ValueNode } from 'graphql';
import { isExactNumber } from '#vocabulary';

/**
 * Literals of free JSON are held to what JSON in variables is held to. Names given twice are refused by the validation
 * of documents; variables have been judged with the body.
 *
 * @throws {GraphQLError}
 */
export function requireExact(node: ValueNode): void {
  switch (node.kind) {
    case Kind.INT:
    case Kind.FLOAT:
      if (isExactNumber(node.value)) return;
      throw new GraphQLError(`${node.value.slice(0, 40)} is not kept digit by digit.`, {
        nodes: node,
      });
    case Kind.LIST:
      node.values.forEach(requireExact);
      return;
    case Kind.OBJECT:
      for (const { name, value } of node.fields) {
        if (name.value === '__proto__') {
          throw new GraphQLError('__proto__ is no name of a field.', { nodes: name });
        }
        requireExact(value);
      }
      break;
    default:
  }
}
