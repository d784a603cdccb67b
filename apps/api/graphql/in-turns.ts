import { getNamedType, GraphQLObjectType, isCompositeType } from 'graphql';
import type { GraphQLField, GraphQLSchema } from 'graphql';
import type { OperationTime } from './operation-time';
import { Turns } from './turns';

/** Nothing more is begun for a request whose time is over. */
interface Timed {
  readonly time?: Pick<OperationTime, 'requireLeft'>;
}

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

function wait(field: GraphQLField<unknown, Timed>, turns: Turns): void {
  const { resolve } = field;
  if (resolve === undefined) return;
  const inTurn: typeof resolve = (source, args, context, info) => {
    const goOn = (): unknown => {
      context.time?.requireLeft();
      return resolve(source, args, context, info);
    };
    return turns.next(context)?.then(goOn) ?? goOn();
  };
  // What a resolver takes tells whether it only reads a property of the object (guarded-schema.ts).
  field.resolve = Object.defineProperty(inTurn, 'length', { value: resolve.length });
}
