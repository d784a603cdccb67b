/**
 * The canonical text of a JSON value (RFC 8785): names in the order of their UTF-16 code units, no blanks, numbers and
 * texts as JavaScript writes them. Fields without a value are left out, as `JSON.stringify` does. A text that is not
 * well-formed Unicode, for which the RFC has no form, is written with escapes: the log may hold one from of old.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return Array.isArray(value) ? canonicalList(value) : canonicalObject(value);
}

function canonicalList(items: readonly unknown[]): string {
  let text = '';
  for (const item of items) {
    const separator = text === '' ? '' : ',';
    text += `${separator}${canonicalJson(item === undefined ? null : item)}`;
  }
  return `[${text}]`;
}

function canonicalObject(value: object): string {
  let text = '';
  // Sorted without a comparison of our own, it is in the order of code units.
  for (const name of Object.keys(value).sort()) {
    const field: unknown = Reflect.get(value, name);
    if (field === undefined) continue;
    const separator = text === '' ? '' : ',';
    text += `${separator}${JSON.stringify(name)}:${canonicalJson(field)}`;
  }
  return `{${text}}`;
}
