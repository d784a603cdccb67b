import { defaultFieldResolver } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { authorise } from '#access';
import { forbidden } from '../errors';
import type { RequestContext } from './request-context';

/**
 * Puts the access check in front of every operation. It sits in the schema and not in the
 * resolvers, so that no resolver, however registered, can be without it.
 */
export function guardedSchema(schema: GraphQLSchema): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const root of roots) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      const operation = `${root?.name ?? ''}.${field.name}`;
      const { resolve = defaultFieldResolver } = field;
      field.resolve = (source, args, context: RequestContext, info) => {
        if (authorise(context.actor, operation).kind === 'denied') throw forbidden(operation);
        return resolve(source, args, context, info);
      };
    }
  }
  return schema;
}
