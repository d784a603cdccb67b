import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

export interface TextScalarOptions {
  readonly name: string;
  readonly description: string;
  readonly specifiedByURL?: string;
  readonly accepts: (text: string) => boolean;
  /** Completes the sentence "… must be". */
  readonly mustBe: string;
}

/** A scalar that is a string of a certain form. Output is not checked again. */
export function textScalar(options: TextScalarOptions): GraphQLScalarType<string, string> {
  const { name, description, specifiedByURL, accepts, mustBe } = options;
  const accepted = (value: unknown): string => {
    if (typeof value === 'string' && accepts(value)) return value;
    throw new GraphQLError(`${name} must be ${mustBe}.`);
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    ...(specifiedByURL === undefined ? {} : { specifiedByURL }),
    serialize: String,
    parseValue: accepted,
    parseLiteral: (node) => accepted(node.kind === Kind.STRING ? node.value : undefined),
  });
}
