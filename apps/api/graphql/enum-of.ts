import { registerEnumType } from '@nestjs/graphql';

/** Registers a closed list of words as an enum of the schema; the words say what they mean there. */
export function enumOf<V extends string>(
  name: string,
  description: string,
  meanings: Readonly<Record<V, string>>,
): Readonly<Record<V, V>> {
  const words = Object.keys(meanings) as V[];
  const values = Object.fromEntries(words.map((word) => [word, word])) as Record<V, V>;
  registerEnumType(values, {
    name,
    description,
    valuesMap: Object.fromEntries(
      words.map((word) => [word, { description: meanings[word] }]),
    ) as Record<V, { description: string }>,
  });
  return values;
}
