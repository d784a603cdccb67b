import { validationFailed } from '../../errors';

/** For lists that are too long to be asked for as a whole. @throws ApiError `VALIDATION_FAILED` */
export function requireOneOf(args: object, ...fields: readonly string[]): void {
  const given = new Map<string, unknown>(Object.entries(args));
  if (fields.some((field) => given.get(field) !== undefined)) return;
  const message = `one of ${fields.join(', ')} must be given`;
  throw validationFailed([{ field: fields[0] ?? '', rule: 'oneOf', message }]);
}
