import { buildSchema, isEnumType, isObjectType } from 'graphql';

/** What the printed schema says of its names: the manual is written once. */
export interface SchemaWords {
  /** The values of an enum with what each means; empty when there is no such enum. */
  readonly valuesOf: (name: string) => readonly DescribedWord[];
  /** The fields of a type with what each means; empty when there is no such type. */
  readonly fieldsOf: (name: string) => readonly DescribedWord[];
}

export interface DescribedWord {
  readonly name: string;
  readonly description: string;
}

export function wordsOf(printedSchema: string): SchemaWords {
  const schema = buildSchema(printedSchema);
  return {
    valuesOf: (name) => {
      const type = schema.getType(name);
      return isEnumType(type) ? type.getValues().map(described) : [];
    },
    fieldsOf: (name) => {
      const type = schema.getType(name);
      return isObjectType(type) ? Object.values(type.getFields()).map(described) : [];
    },
  };
}

function described({
  name,
  description,
}: {
  readonly name: string;
  readonly description?: string | null | undefined;
}): DescribedWord {
  return { name, description: description ?? '' };
}
