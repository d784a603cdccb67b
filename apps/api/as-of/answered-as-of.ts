import { isObjectType } from 'graphql';
import type { GraphQLField, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import type { RequestContext } from '../graphql/request-context';
import { RequestLoaders } from '../queries/shared/request-loaders';
import type { ReadModels } from '../queries/shared/read-models';
import type { Timelines } from '../queries/shared/timelines';
import { knownOf } from './answers-as-of';
import type { AsOfInput } from './as-of.input';
import { inMoment } from './moment';
import type { Moment } from './moment';
import type { Moments } from './moments';

type Field = GraphQLField<unknown, RequestContext>;

/** A moment, with a memory of its own for what is looked up in it. */
interface Asked {
  readonly moment: Moment;
  readonly loaders: RequestLoaders;
}

/** Which queries of an operation ask as of which moment, by the names of their answers. */
const askedIn = new WeakMap<RequestContext, Map<string | number, Asked>>();

interface AsOfArguments {
  readonly asOf?: AsOfInput | null;
  readonly atLeast?: string | null;
}

/** What tells of a moment. */
export interface ToldAsOf {
  readonly moments: Moments;
  readonly readModels: ReadModels;
  readonly timelines: Timelines;
}

/**
 * A query that is asked as of a moment is resolved in that moment, and so is everything below it. It sits in the schema and
 * not in the resolvers, so that none below can answer with what is known now.
 */
export function answeredAsOf(schema: GraphQLSchema, told: ToldAsOf): GraphQLSchema {
  const queries = schema.getQueryType();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (type === queries) beginInMoment(field, told);
      else goOnInMoment(field);
    }
  }
  return schema;
}

function beginInMoment(field: Field, { moments, readModels, timelines }: ToldAsOf): void {
  const { resolve } = field;
  const known = knownOf(field);
  if (resolve === undefined || known === undefined) return;
  field.resolve = async (source, args: AsOfArguments, context, info): Promise<unknown> => {
    const { asOf, atLeast } = args;
    if (asOf === undefined || asOf === null) return resolve(source, args, context, info);
    const moment = await moments.of(known(args), withoutNulls(asOf), 'asOf', atLeast ?? undefined);
    const asked = { moment, loaders: new RequestLoaders(readModels, () => timelines.read()) };
    const all = askedIn.get(context) ?? new Map<string | number, Asked>();
    askedIn.set(context, all.set(rootOf(info), asked));
    return resolvedIn(asked, context, (then) => resolve(source, args, then, info));
  };
}

/** Nest's resolvers of plain properties read the object alone, which is of its moment already. */
function goOnInMoment(field: Field): void {
  const { resolve } = field;
  if (resolve === undefined || resolve.length === 1) return;
  field.resolve = (source, args, context, info): unknown => {
    const asked = askedIn.get(context)?.get(rootOf(info));
    if (asked === undefined) return resolve(source, args, context, info);
    return resolvedIn(asked, context, (then) => resolve(source, args, then, info));
  };
}

function resolvedIn(
  { moment, loaders }: Asked,
  context: RequestContext,
  resolve: (context: RequestContext) => unknown,
): unknown {
  return inMoment(moment, () => resolve({ ...context, loaders }));
}

/** The name of the answer that a field is part of. */
function rootOf({ path }: GraphQLResolveInfo): string | number {
  let at = path;
  while (at.prev !== undefined) at = at.prev;
  return at.key;
}

function withoutNulls({ position, recordedAt }: AsOfInput): AsOfInput {
  return {
    ...(typeof position === 'string' && { position }),
    ...(typeof recordedAt === 'string' && { recordedAt }),
  };
}
