import { Injectable } from '@nestjs/common';
import type { ArgumentMetadata, PipeTransform, Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import type { ValidationError } from 'class-validator';
import { validationFailed } from '../errors';
import type { InvalidField } from '../errors';

const SCALARS: readonly unknown[] = [String, Boolean, Number, Array, Object];

/** Makes inputs what they declare to be, and refuses what they do not allow, all of it at once. */
@Injectable()
export class InputValidation implements PipeTransform {
  async transform(value: unknown, { metatype, type }: ArgumentMetadata): Promise<unknown> {
    // Parents and contexts of fields come through here too; only arguments are input.
    if (type !== 'body') return value;
    if (!isInput(value) || metatype === undefined || SCALARS.includes(metatype)) return value;
    const input = withoutNulls(plainToInstance(metatype as Type<object>, value));
    const errors = await validate(input, { forbidUnknownValues: false });
    if (errors.length > 0) throw validationFailed(fieldsOf(errors));
    return input;
  }
}

function isInput(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** For GraphQL null and absent are the same; inside free JSON they are not. */
function withoutNulls(input: object): object {
  for (const [name, value] of Object.entries(input)) {
    if (value === null || value === undefined) Reflect.deleteProperty(input, name);
    const parts: unknown[] = Array.isArray(value) ? value : [value];
    for (const part of parts) if (isInput(part) && isInstance(part)) withoutNulls(part);
  }
  return input;
}

function isInstance(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype !== Object.prototype && prototype !== Array.prototype && prototype !== null;
}

function fieldsOf(errors: readonly ValidationError[], within = ''): InvalidField[] {
  return errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const field = /^\d+$/.test(property) ? `${within}[${property}]` : joined(within, property);
    const own = Object.entries(constraints).map(([rule, message]) => ({ field, rule, message }));
    return [...own, ...fieldsOf(children, field)];
  });
}

function joined(within: string, property: string): string {
  return within === '' ? property : `${within}.${property}`;
}
