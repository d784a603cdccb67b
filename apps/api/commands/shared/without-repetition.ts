import { ValidateBy } from 'class-validator';

/** `ArrayUnique` in a time that grows with the list, not with its square; under the same name. */
export function IsWithoutRepetition(): PropertyDecorator {
  return ValidateBy({
    name: 'arrayUnique',
    validator: {
      validate: (value) => Array.isArray(value) && new Set<unknown>(value).size === value.length,
      defaultMessage: () => "All $property's elements must be unique",
    },
  });
}
