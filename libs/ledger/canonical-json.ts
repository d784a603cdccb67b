/**
 * The canonical text of a JSON value (RFC 8785): names in the order of their UTF-16 code units, no blanks, numbers and
 * texts as JavaScript writes them. Fields without a value are left out, as `JSON.stringify` does. A text that is not
 * well-formed Unicode, for which the RFC has no form, is written with escapes: the log may hold one from of old.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map((item) => canonicalJson(item === undefined ? null : item)).join(',')}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`);
  return `{${fields.join(',')}}`;
}
