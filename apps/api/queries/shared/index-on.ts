import type { Where } from '#read-models';

/**
 * Looks by the first of the fields that the client gave a value of, by the index of its name; all
 * documents by id when it gave none. What else was given is left to be matched.
 */
export function indexOn(
  filter: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): { readonly index: string; readonly where: Where } {
  for (const field of fields) {
    const value = filter[field];
    if (typeof value === 'string' || typeof value === 'number') {
      return { index: field, where: { [field]: value } };
    }
  }
  return { index: 'id', where: {} };
}
