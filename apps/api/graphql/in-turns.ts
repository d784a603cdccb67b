import { getNamedType, GraphQLObjectType, isCompositeType } from 'graphql';
import type { GraphQLField, GraphQLSchema } from 'graphql';
import { Turns } from './turns';

/** Every field that leads on to others, or is computed from arguments, is resolved in its request's turn. */
export function inTurns(schema: GraphQLSchema): GraphQLSchema {
  const turns = new Turns();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(type instanceof GraphQLObjectType) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.args.length > 0 || isCompositeType(getNamedType(field.type))) wait(field, turns);
    }
  }
  return schema;
}

function wait(field: GraphQLField<unknown, object>, turns: Turns): void {
  const { resolve } = field;
  if (resolve === undefined) return;
  const inTurn: typeof resolve = (source, args, context, info) => {
    const turn = turns.next(context);
    return turn === undefined
      ? resolve(source, args, context, info)
      : turn.then(() => resolve(source, args, context, info));
  };
  // What a resolver takes tells whether it only reads a property of the object (guarded-schema.ts).
  field.resolve = Object.defineProperty(inTurn, 'length', { value: resolve.length });
}
