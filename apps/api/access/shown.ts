import { Extensions } from '@nestjs/graphql';
import type { GraphQLField, GraphQLObjectType } from 'graphql';
import type { Area } from '#access';

/** Organisations that an object concerns; see access.md, section 2. */
type Concerns<T> = (object: T) => readonly string[];

interface Declaration {
  readonly area: Area;
  /** None: whoever may see the area may see each of its objects. */
  readonly concerns?: Concerns<unknown>;
}

const KEY = 'access';

/** To which area an operation belongs. Stands beside `@Query`. */
export function Shows(area: Area): MethodDecorator {
  const declaration: Declaration = { area };
  return Extensions({ [KEY]: declaration });
}

/**
 * To which area an object belongs, and which organisations it concerns. Stands beside `@ObjectType`. A type without it
 * is a part of the object that holds it, and no resolver leads to one.
 */
export function Shown<T>(area: Area, concerns?: Concerns<T>): ClassDecorator {
  const declaration = { area, ...(concerns === undefined ? {} : { concerns }) };
  return Extensions({ [KEY]: declaration });
}

export function declarationOf({
  extensions,
}: Pick<GraphQLObjectType | GraphQLField<unknown, unknown>, 'extensions'>):
  Declaration | undefined {
  return extensions[KEY] as Declaration | undefined;
}
