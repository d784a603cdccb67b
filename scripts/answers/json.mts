export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

export function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

/** The same value with each text replaced; `name` is the key it stands under. */
export function withTexts<T extends Json>(
  value: T,
  change: (text: string, name: string) => string,
  name?: string,
): T;
export function withTexts(
  value: Json,
  change: (text: string, name: string) => string,
  name = '',
): Json {
  if (typeof value === 'string') return change(value, name);
  if (isList(value)) return value.map((entry) => withTexts(entry, change, name));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, withTexts(entry, change, key)]),
  );
}
