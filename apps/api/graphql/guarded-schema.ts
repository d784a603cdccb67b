import { defaultFieldResolver, getNamedType, isObjectType } from 'graphql';
import type { GraphQLField, GraphQLSchema } from 'graphql';
import { authorise } from '#access';
import { declarationOf, requireAllowed, thoseSeen } from '../access';
import { forbidden } from '../errors';
import type { AskedContext, RequestContext, SubscriptionContext } from './request-context';

type Field = GraphQLField<unknown, RequestContext>;

/**
 * Puts the access check in front of every operation, and in front of every object that a resolver leads to. It sits in
 * the schema and not in the resolvers, so that no resolver, however registered, can be without it.
 */
export function guardedSchema(schema: GraphQLSchema): GraphQLSchema {
  const subscriptions = schema.getSubscriptionType();
  const roots = [schema.getQueryType(), schema.getMutationType(), subscriptions];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const isRoot = roots.includes(type);
    for (const field of Object.values(type.getFields())) {
      guardObjects(field, type === subscriptions);
      if (isRoot) guardOperation(`${type.name}.${field.name}`, field);
      if (type === subscriptions) guardSubscription(`${type.name}.${field.name}`, field);
    }
  }
  return schema;
}

function guardOperation(operation: string, field: Field): void {
  const { resolve = defaultFieldResolver } = field;
  const area = declarationOf(field)?.area;
  field.resolve = (source, args, context, info) => {
    if (authorise(context.actor, { operation, area }).kind === 'denied') throw forbidden(operation);
    if (area === undefined || context.sight.of('HISTORY').isWhole) {
      return resolve(source, args, context, info);
    }
    return context.sight.isOver().then((isOver): unknown => {
      if (isOver) throw forbidden(operation);
      return resolve(source, args, context, info);
    });
  };
}

/** Whether it may go on is asked as whether it may begin, with every message. */
function guardSubscription(operation: string, field: Field): void {
  const { subscribe } = field;
  if (subscribe === undefined) return;
  const wanted = { operation, area: declarationOf(field)?.area };
  field.subscribe = async (source, args, asking, info): Promise<unknown> => {
    // Nothing is read for it yet: that is done for each of its messages.
    const context: AskedContext = asking;
    const { viewer: viewerNow } = context as SubscriptionContext;
    await requireAllowed(context, wanted);
    const viewer = async () => {
      const now = await viewerNow();
      await requireAllowed(now, wanted);
      return now;
    };
    return subscribe(source, args, { ...asking, viewer } as RequestContext, info);
  };
}

/** Nest's own resolver of a property takes the object alone; what it reads belongs to that object. */
export function isReader(resolve: (...args: never) => unknown): boolean {
  return resolve.length === 1;
}

/**
 * What is outside the scope does not exist for whoever asks: null, or left out of a list. A message of a subscription is
 * an object of its own, though a property of what is told.
 */
function guardObjects(field: Field, isMessage: boolean): void {
  const { resolve = defaultFieldResolver } = field;
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return;
  if (!isMessage && (field.resolve === undefined || isReader(resolve))) return;
  const declared = declarationOf(type);
  if (declared?.concerns === undefined) return;
  const { area, concerns } = declared;
  field.resolve = async (source, args, context, info): Promise<unknown> => {
    const { sight } = context;
    const found: unknown = await resolve(source, args, context, info);
    if (found === null || found === undefined || sight.of(area).isWhole) return found;
    const isSeen = (object: unknown): Promise<boolean> => sight.sees(area, concerns(object));
    if (!Array.isArray(found)) return (await isSeen(found)) ? found : undefined;
    return thoseSeen(found, isSeen);
  };
}
